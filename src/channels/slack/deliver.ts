import type { Reply } from '../../conversation/inbound.ts';
import { type Card, cardOf, isPrompt, opensAtOnce, wrongInputs } from './cards.ts';
import { openBeside, openDialog } from './dialog.ts';
import type { Heard } from './heard.ts';
import { namesOperation } from './inboundClicks.ts';
import { change, changeEphemeral, confide, publish, removeEphemeral } from './post.ts';
import type { Tools } from './turn.ts';

/** Brings an answer to where it belongs. */
export async function deliver(tools: Tools, heard: Heard, reply: Reply): Promise<void> {
  const card = cardOf(reply, heard.envelope.place.workspace);
  if (heard.by === 'message') return toMessage(tools, heard, reply);
  if (heard.by === 'command') return toCommand(tools, heard, reply, card);
  if (heard.by === 'form') return afterForm(tools, heard, reply, card);
  return toButton(tools, heard, reply, card);
}

/** A mention or a direct message is answered where it stands, in its thread if it has one. */
async function toMessage(tools: Tools, heard: Heard, reply: Reply): Promise<void> {
  if (reply.audience === 'person') return confide(tools, heard, reply);
  await publish(tools, heard, reply);
}

/** A command: only the prompt is for everybody; what was read or refused is for the one who asked (platforms.md 1.8). */
async function toCommand(tools: Tools, heard: Heard, reply: Reply, card: Card): Promise<void> {
  if (reply.audience === 'everyone' && isPrompt(reply.view)) {
    return openBeside(tools, heard, card, publish(tools, heard, reply));
  }
  if (opensAtOnce(reply.view)) await openDialog(tools, heard, card, heard.envelope.place);
  await confide(tools, heard, reply);
}

async function toButton(tools: Tools, heard: Heard, reply: Reply, card: Card): Promise<void> {
  const asksHere = card.statement.on === heard.on && (opensAtOnce(reply.view) || isWrong(reply, card));
  if (card.modal !== null && asksHere) return openDialog(tools, heard, card, heard.envelope.place);
  if (heard.envelope.input.kind === 'refresh') return lookedAgain(tools, heard, reply, card);
  if (isForOne(reply)) return wordBeside(tools, heard, reply);
  if (isPrompt(reply.view) && card.statement.on !== heard.on) return beginAnew(tools, heard, reply, card);
  if (opensAtOnce(reply.view)) await openDialog(tools, heard, card, heard.envelope.place);
  await takePlace(tools, heard, reply, card);
}

/** "Your click changed nothing" is news to the clicker only. */
function isForOne(reply: Reply): boolean {
  return reply.audience === 'person' || reply.view.view === 'already-decided';
}

function isWrong(reply: Reply, card: Card): boolean {
  return Object.keys(wrongInputs(reply.view, card.statement)).length > 0;
}

/** A new operation gets a message of its own, the old one's card its present state; a draft's card gives its place. */
async function beginAnew(tools: Tools, heard: Heard, reply: Reply, card: Card): Promise<void> {
  if (heard.by === 'button' && reply.replaces && !namesOperation(heard.on)) {
    await openDialog(tools, heard, card, heard.envelope.place);
    return change(tools, heard, heard.envelope.place, reply);
  }
  await openBeside(tools, heard, card, publish(tools, heard, reply));
  if (heard.by === 'ephemeral-button') return removeEphemeral(tools, heard);
  await makeTrue(tools, heard, reply);
}

/** Somebody looked again at what is not theirs to confirm, or no longer open. */
async function lookedAgain(tools: Tools, heard: Heard, reply: Reply, card: Card): Promise<void> {
  if (card.operation?.state === 'awaiting-confirmation') return confide(tools, heard, reply);
  await wordBeside(tools, heard, reply);
}

/** A private word, and the card in the channel as it stands now. */
async function wordBeside(tools: Tools, heard: Heard, reply: Reply): Promise<void> {
  await confide(tools, heard, reply);
  if (reply.view.view !== 'not-allowed') await makeTrue(tools, heard, reply);
}

async function takePlace(tools: Tools, heard: Heard, reply: Reply, card: Card): Promise<void> {
  // What was only read, refused or offered to choose from is for the one who clicked.
  if (!reply.replaces && card.operation === null) return confide(tools, heard, reply);
  if (!reply.replaces) return void (await publish(tools, heard, reply));
  if (heard.by === 'ephemeral-button') return changeEphemeral(tools, heard, reply);
  if (heard.envelope.place.message === '') return confide(tools, heard, reply);
  await change(tools, heard, heard.envelope.place, reply);
}

/** The clicked operation's card shows its present state to everybody. */
export async function makeTrue(tools: Tools, heard: Heard, { reader }: Reply): Promise<void> {
  const { place } = heard.envelope;
  if (!namesOperation(heard.on) || place.message === '') return;
  const present = await tools.conversation.present(heard.on, null, reader.language, reader.timeZone);
  if (present !== null) await change(tools, heard, place, present);
}

/** What is left to do once a form is closed. */
export async function afterForm(tools: Tools, heard: Heard, reply: Reply, card: Card): Promise<void> {
  if (isForOne(reply)) return wordBeside(tools, heard, reply);
  if (isWrong(reply, card)) return confide(tools, heard, reply);
  if (isPrompt(reply.view) && card.statement.on !== heard.on) {
    await publish(tools, heard, reply);
    return makeTrue(tools, heard, reply);
  }
  await takePlace(tools, heard, reply, card);
}
