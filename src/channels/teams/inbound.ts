import type { Envelope, Input } from '../../conversation/inbound.ts';
import type { Address } from '../../domain/operation/operation.ts';
import { type Activity, isFields } from './activity.ts';
import { TEAMS_LIMITS } from './limits.ts';
import { plainSentence } from './text.ts';

/** What an activity means to us: 'nothing' is acknowledged and forgotten, 'bad' is an invoke that names no action. */
export type Meaning = Input | 'nothing' | 'bad';

/** The activity in the conversation's own words; `now` is the real clock in milliseconds. */
export function toEnvelope(activity: Activity, input: Input, now: number): Envelope {
  const sent = Date.parse(activity.timestamp);
  return {
    event: eventOf(activity, input),
    from: {
      channel: 'teams',
      tenant: tenantOf(activity),
      user: activity.from.aadObjectId || activity.from.id,
    },
    place: placeOf(activity),
    personal: isPersonal(activity),
    locale: activity.locale || null,
    timeZone: activity.timeZone || null,
    sentAt: Number.isNaN(sent) ? now : Math.min(sent, now),
    input,
  };
}

/** What somebody wants with it. */
export function meaningOf(activity: Activity): Meaning {
  switch (activity.type) {
    case 'message':
      return ofMessage(activity);
    case 'messageUpdate':
      return ofEdit(activity);
    case 'invoke':
      return ofInvoke(activity);
    case 'conversationUpdate':
      return activity.membersAdded.includes(activity.bot) && activity.bot !== ''
        ? { kind: 'arrival' }
        : 'nothing';
    case 'installationUpdate':
      return activity.action === 'add' ? { kind: 'arrival' } : 'nothing';
    default:
      return 'nothing';
  }
}

export function tenantOf(activity: Activity): string {
  return activity.tenant || activity.conversation.tenantId;
}

export function isPersonal(activity: Activity): boolean {
  return (
    activity.conversation.type === 'personal' ||
    (activity.conversation.type === '' && !activity.conversation.isGroup)
  );
}

/** Where to answer; `message` is the clicked card's. Everything a later post needs is in `extra`. */
function placeOf(activity: Activity): Address {
  return {
    channel: 'teams',
    workspace: tenantOf(activity),
    conversation: activity.conversation.id,
    message: activity.type === 'invoke' || activity.value !== null ? activity.replyToId : '',
    extra: {
      serviceUrl: activity.serviceUrl,
      bot: activity.bot,
      /** Whose client asks again on opening: the one who spoke. */
      user: activity.from.id,
      scope: isPersonal(activity) ? 'personal' : 'group',
    },
  };
}

/** Message ids are unique in a conversation only (platforms.md 2.3); an edit carries the id of what it edits. */
function eventOf(activity: Activity, input: Input): string {
  if (input.kind === 'arrival') return `${activity.conversation.id}/arrival`;
  const id = `${activity.conversation.id}/${activity.id}`;
  return activity.type === 'messageUpdate' ? `${id}/${activity.timestamp}` : id;
}

function ofMessage(activity: Activity): Meaning {
  if (activity.from.id === activity.bot) return 'nothing';
  if (activity.value !== null) return ofData(activity.value['verb'], activity.value) ?? 'nothing';
  return sentence(activity, false);
}

function ofEdit(activity: Activity): Meaning {
  const edited = activity.eventType === '' || activity.eventType === 'editMessage';
  return edited ? sentence(activity, true) : 'nothing';
}

function sentence(activity: Activity, edited: boolean): Input {
  const bot = activity.from.role === 'bot' || activity.from.id.startsWith('28:');
  return {
    kind: 'sentence',
    text: plainSentence(activity.text, activity.mentions, activity.bot),
    ...(edited ? { edited } : {}),
    ...(bot ? { bot } : {}),
  };
}

function ofInvoke(activity: Activity): Meaning {
  if (activity.name !== 'adaptiveCard/action') return 'nothing';
  const action = activity.value?.['action'];
  if (!isFields(action) || !isFields(action['data'])) return 'bad';
  return ofData(action['verb'], action['data']) ?? 'bad';
}

/** Both ways of an action land here: Action.Execute's verb and data, Action.Submit's value with the verb in it. */
function ofData(verb: unknown, data: Readonly<Record<string, unknown>>): Input | null {
  const on = data['operation'];
  if (!isReference(verb) || !isReference(on)) return null;
  return verb === 'refresh'
    ? { kind: 'refresh', on }
    : { kind: 'click', action: verb, on, inputs: inputsOf(data) };
}

function isReference(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= TEAMS_LIMITS.referenceCharacters;
}

/** What was typed and chosen: number inputs arrive as numbers or strings, toggles as booleans. */
function inputsOf(data: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const typed = Object.entries(data)
    .filter(([name, value]) => name !== 'operation' && name !== 'verb' && isTyped(value))
    .slice(0, TEAMS_LIMITS.inputs)
    .map(([name, value]) => [name, String(value).slice(0, TEAMS_LIMITS.inputCharacters)] as const);
  return Object.fromEntries(typed);
}

function isTyped(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
