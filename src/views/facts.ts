import type { Case } from './acts.ts';
import { changeFacts } from './changeFacts.ts';
import { deadline } from './deadline.ts';
import { arrow, fact, type Group } from './fact.ts';
import { day, moment } from './format.ts';
import { addOnNames, lostChangeFacts, lostChanges, lostFacts } from './lost.ts';
import type { Say } from './say.ts';
import { renewalFacts, statusFact } from './standing.ts';
import type { Fact } from './statement.ts';
import { price, statusOf, termAndBilling, termUntil } from './terms.ts';

/** The facts of a prompt or a preview, by act. */
export function promptFacts(c: Case, say: Say): readonly Fact[] {
  switch (c.act) {
    case 'cancel-now':
      return [
        ...cancelBy(c, say),
        statusEnds(c, say),
        fact('label.term', termUntil(c.subscription, say), say),
        alsoLost(c, say),
      ];
    case 'deprovision':
      return [statusEnds(c, say), fact('label.price', price(c.subscription, say), say), alsoLost(c, say)];
    case 'cancel-at-renewal':
    case 'auto-renew-off':
      return endingFacts(c, say);
    case 'pause':
      return [];
    case 'resume':
    case 'reactivate':
    case 'suspend':
      return accessFacts(c, say);
    default:
      return changeFacts(c, say);
  }
}

/** A pause says apart what is gone for good and what comes after (P-3). */
export function promptGroups(c: Case, say: Say): readonly Group[] {
  if (c.act !== 'pause') return [];
  const lost = lostFacts(c, say);
  const ends = { at: moment(c.subscription.commitmentEndDate, say.reader) };
  const after: Group = {
    heading: say.text('heading.afterwards'),
    facts: [
      statusFact(c, say),
      fact('label.resume', say.line('fact.resume'), say),
      fact('label.ends', say.line('fact.ends.unless', ends), say),
    ],
  };
  return lost.length === 0 ? [after] : [{ heading: say.text('heading.lost'), facts: lost }, after];
}

function cancelBy(c: Case, say: Say): readonly Fact[] {
  const at = c.decision.deadline;
  // A full refund's own line already names its deadline; a fact stands once (design 1.5).
  if (at === null || c.decision.refund?.basis === 'full') return [];
  return [fact('label.cancelBy', deadline(at, say), say)];
}

function statusEnds(c: Case, say: Say): Fact {
  const from = statusOf(c.subscription, say);
  return fact(
    'label.status',
    say.text('fact.status.ends', { change: arrow(from, say.text('status.deleted')) }),
    say,
  );
}

/** On a card that cannot be undone also what is not there: it shows that it was looked at (design 4.3). */
function alsoLost(c: Case, say: Say): Fact {
  const { lost } = c.decision;
  const parts: string[] = [];
  if (lost.autoRenew) parts.push(say.text('lost.autoRenew'));
  parts.push(...lostChanges(c, say).map((change) => say.text('lost.scheduled', { change })));
  if (lost.addOns?.length)
    parts.push(say.text('lost.addOns', { n: lost.addOns.length, names: addOnNames(c, say) }));
  const absent = [!lost.addOns?.length, !lost.scheduledChange];
  if (absent[0] && absent[1]) parts.push(say.text('lost.not.both'));
  if (absent[0] && !absent[1]) parts.push(say.text('lost.not.addOns'));
  if (!absent[0] && absent[1]) parts.push(say.text('lost.not.scheduled'));
  return fact('label.alsoLost', parts.join(' '), say);
}

function endingFacts(c: Case, say: Say): readonly Fact[] {
  const { language } = say.reader;
  const until = day(c.decision.effective, language);
  const active = c.subscription.status === 'active';
  const facts = [
    fact('label.autoRenew', arrow(say.text('on.auto'), say.text('off')), say),
    fact('label.status', active ? say.text('fact.status.until') : statusOf(c.subscription, say), say),
    fact(
      'label.price',
      say.text('fact.price.stops', { price: price(c.subscription, say), from: until }),
      say,
    ),
    fact('label.term', termAndBilling(c.subscription, say), say),
  ];
  return [
    ...facts,
    ...lostChangeFacts(c, say),
    fact('label.undo', say.line(active ? 'fact.undo.renew' : 'fact.undo.reactivate'), say),
  ];
}

function accessFacts(c: Case, say: Say): readonly Fact[] {
  const { decision, subscription } = c;
  const facts = [statusFact(c, say)];
  if (c.act === 'suspend') facts.push(fact('label.billing', say.line('fact.billing.stops'), say));
  else
    facts.push(
      fact(
        'label.billing',
        say.text(c.act === 'resume' ? 'fact.billing.same' : 'fact.billing.on', {
          price: price(subscription, say),
        }),
        say,
      ),
    );
  if (decision.lost.addOns?.length)
    facts.push(fact('label.addOns', say.text('fact.addOns.suspended', { names: addOnNames(c, say) }), say));
  if (c.act === 'suspend' && decision.after.dataDeletionAt) {
    facts.push(
      fact(
        'label.undo',
        say.line('fact.undo.before', { at: deadline(decision.after.dataDeletionAt, say) }),
        say,
      ),
    );
  }
  if (c.act === 'suspend') return facts;
  return [...facts, ...renewalFacts({ ...subscription, ...decision.after }, say)];
}
