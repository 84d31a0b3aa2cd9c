import { TEAMS_LIMITS } from './limits.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface Mention {
  /** Whom: the bot's own id begins with 28:. */
  readonly id: string;
  /** As it stands in the text: <at>Subdesk</at>. */
  readonly text: string;
}

/** What we read of a Bot Framework activity, checked; everything else in it is ignored. */
export interface Activity {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly timestamp: string;
  readonly from: {
    readonly id: string;
    readonly aadObjectId: string;
    readonly role: string;
    readonly tenantId: string;
  };
  readonly bot: string;
  readonly conversation: {
    readonly id: string;
    readonly type: string;
    readonly tenantId: string;
    readonly isGroup: boolean;
  };
  /** channelData.tenant.id: whose Teams the conversation lives in. */
  readonly tenant: string;
  /** channelData.eventType: editMessage, softDeleteMessage, … */
  readonly eventType: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly replyToId: string;
  readonly value: Fields | null;
  readonly membersAdded: readonly string[];
  /** Of installationUpdate: add, remove, add-upgrade, … */
  readonly action: string;
}

/** An activity from untrusted JSON, or null when it is none that could be answered. */
export function readActivity(json: unknown): Activity | null {
  if (!isFields(json)) return null;
  const conversation = fields(json['conversation']);
  const from = fields(json['from']);
  const activity = {
    ...readHead(json),
    from: {
      id: id(from['id']),
      aadObjectId: id(from['aadObjectId']),
      role: id(from['role']),
      tenantId: id(from['tenantId']),
    },
    bot: id(fields(json['recipient'])['id']),
    conversation: {
      id: id(conversation['id']),
      type: id(conversation['conversationType']),
      tenantId: id(conversation['tenantId']),
      isGroup: conversation['isGroup'] === true,
    },
    ...readContent(json),
  };
  const needed = [activity.type, activity.id, activity.conversation.id, activity.from.id];
  return needed.includes('') ? null : activity;
}

function readHead(json: Fields) {
  return {
    type: id(json['type']),
    id: id(json['id']),
    name: id(json['name']),
    channelId: id(json['channelId']),
    serviceUrl: id(json['serviceUrl']),
    timestamp: id(json['timestamp']),
    replyToId: id(json['replyToId']),
    action: id(json['action']),
  };
}

function readContent(json: Fields) {
  const channelData = fields(json['channelData']);
  const entities = list(json['entities']);
  const client = entities.find((entity) => entity['type'] === 'clientInfo') ?? {};
  return {
    tenant: id(fields(channelData['tenant'])['id']),
    eventType: id(channelData['eventType']),
    locale: id(json['locale']) || id(client['locale']),
    timeZone: id(json['localTimezone']) || id(client['timezone']),
    text: typeof json['text'] === 'string' ? json['text'] : '',
    mentions: entities.filter((entity) => entity['type'] === 'mention').map(readMention),
    value: isFields(json['value']) ? json['value'] : null,
    membersAdded: list(json['membersAdded']).map((member) => id(member['id'])),
  };
}

function readMention(entity: Fields): Mention {
  return { id: id(fields(entity['mentioned'])['id']), text: id(entity['text']) };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fields(value: unknown): Fields {
  return isFields(value) ? value : {};
}

function list(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** A short string, or '' for anything else. */
function id(value: unknown): string {
  return typeof value === 'string' && value.length <= TEAMS_LIMITS.idCharacters ? value : '';
}
