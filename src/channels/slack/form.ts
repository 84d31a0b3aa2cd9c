import type { Reply } from '../../conversation/inbound.ts';
import { type Card, cardOf, isPrompt, opensAtOnce, wrongInputs } from './cards.ts';
import { afterForm, deliver, makeTrue } from './deliver.ts';
import { modalAt } from './dialog.ts';
import type { Heard } from './heard.ts';
import { FORM_BUDGET, FORM_POST_BUDGET } from './limits.ts';
import { type Payload, record, string } from './payload.ts';
import { publish } from './post.ts';
import { type Tools, takeTurn } from './turn.ts';
import { within } from './work.ts';

/** What a form's acknowledgement makes of the dialog. */
export type FormAnswer =
  | { readonly response_action: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly response_action: 'update'; readonly view: object }
  | { readonly response_action: 'clear' };

/** A form sent off: Slack wants its result in the acknowledgement, so the work gets most of the three seconds; what is later comes as a message. */
export async function submit(tools: Tools, heard: Heard, body: Payload): Promise<FormAnswer> {
  const turn = takeTurn(tools, heard);
  const replying = turn.reply();
  const reply = await within(tools.machine, FORM_BUDGET, replying);
  if (reply !== 'late')
    return reply === null ? { response_action: 'clear' } : result(tools, heard, body, reply);
  tools.work.run(async () => {
    const late = await replying;
    if (late !== null) await deliver(tools, heard, late);
  });
  return { response_action: 'clear' };
}

async function result(tools: Tools, heard: Heard, body: Payload, reply: Reply): Promise<FormAnswer> {
  const card = cardOf(reply, heard.envelope.place.workspace);
  const errors = standing(wrongInputs(reply.view, card.statement), body);
  if (Object.keys(errors).length > 0) return { response_action: 'errors', errors };
  if (card.modal !== null && opensAtOnce(reply.view) && reply.audience === 'everyone') {
    return { response_action: 'update', view: await nextForm(tools, heard, reply, card, card.modal) };
  }
  tools.work.run(() => afterForm(tools, heard, reply, card));
  return { response_action: 'clear' };
}

/** The next form in the same dialog; a new prompt's message goes to the channel as always. */
async function nextForm(
  tools: Tools,
  heard: Heard,
  reply: Reply,
  card: Card,
  modal: object,
): Promise<object> {
  if (!isPrompt(reply.view) || card.statement.on === heard.on) {
    return modalAt(modal, heard.envelope.place, heard.envelope.event);
  }
  const posting = publish(tools, heard, reply);
  const address = await within(tools.machine, FORM_POST_BUDGET, posting);
  tools.work.run(async () => {
    await posting;
    await makeTrue(tools, heard, reply);
  });
  const known = address === 'late' || address === null ? { ...heard.envelope.place, message: '' } : address;
  return modalAt(modal, known, heard.envelope.event);
}

/** Slack refuses an answer that names a block which the form does not have. */
function standing(errors: Readonly<Record<string, string>>, body: Payload): Readonly<Record<string, string>> {
  const blocks = record(body['view'])?.['blocks'];
  const ids = new Set(Array.isArray(blocks) ? blocks.map((block) => string(block, 'block_id')) : []);
  return Object.fromEntries(Object.entries(errors).filter(([id]) => ids.has(id)));
}
