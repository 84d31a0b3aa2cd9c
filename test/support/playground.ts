import { get } from 'node:http';
import type { Socket } from 'node:net';
import { type PlaygroundPerson, runPlayground } from '../../src/cli/playground.ts';

export const PERSONAL = 'personal-chat';
export const GROUP = 'group-chat';
export const CHANNEL = 'channel-renewals';

/** What the playground's page would draw: every frame that it is sent, oldest first. */
// biome-ignore lint/suspicious/noExplicitAny: the playground's own shapes, as they come
export type Frame = any;

export interface PlaygroundClient {
  readonly url: string;
  readonly frames: readonly Frame[];
  /** Types a sentence as one of the people; in a group or channel the bot is mentioned. */
  say(chat: string, text: string, user?: string): Promise<void>;
  /** Presses an Action.Execute on a message with inputs; what the person's client was answered. */
  click(chat: string, message: string, verb: string, data: object, user?: string): Promise<Frame>;
  /** Sends an Action.Submit, as a client without Action.Execute would. */
  submit(chat: string, message: string, data: object, user?: string): Promise<void>;
  /** An activity of the playground's menu: install, botAdded, userAdded, … */
  custom(chat: string, type: string): Promise<void>;
  /** The first card that fits, waited for. */
  card(
    fits: (card: Frame, frame: Frame) => boolean,
  ): Promise<{ readonly message: string; readonly card: Frame; readonly frame: Frame }>;
  stop(): Promise<void>;
}

/** Microsoft's playground in front of a running bot, driven and read as its own page does. */
export async function openPlayground(
  endpoint: string,
  people: readonly PlaygroundPerson[],
): Promise<PlaygroundClient> {
  const playground = await runPlayground({ endpoint, people, port: 0 });
  if (playground === 'not-installed') throw new Error('the playground is not installed: npm ci');
  const url = playground.url.replace('localhost', '127.0.0.1');
  const frames: Frame[] = [];
  const socket = await listenTo(`${url}/_ws_conversation/v1/conversations/stream`, (text) =>
    frames.push(JSON.parse(text)),
  );
  const me = 'user-0';
  return {
    url,
    frames,
    say: async (chat, text, user = me) => {
      const mentions = chat === PERSONAL ? [] : [{ mentioned: { id: 'subdesk' }, text: '<at>Subdesk</at>' }];
      const said = chat === PERSONAL ? text : `<at>Subdesk</at> ${text}`;
      await post(`${url}/_conversation/v1/conversations/${chat}/messages`, {
        from: { id: user },
        text: said,
        textFormat: 'plain',
        mentions,
      });
    },
    click: (chat, message, verb, data, user = me) =>
      post(`${url}/_conversation/v1/invoke`, {
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb, data } },
        from: { id: user },
        conversation: { id: chat },
        replyToId: message,
      }),
    submit: async (chat, message, data, user = me) => {
      await post(`${url}/_conversation/v1/submit`, {
        value: data,
        from: { id: user },
        conversation: { id: chat },
        replyToId: message,
      });
    },
    custom: async (chat, type) => {
      const template = await (
        await fetch(`${url}/_internal/v1/customActivities/template?conversationId=${chat}&type=${type}`)
      ).json();
      await post(`${url}/_internal/v1/customActivities`, template as object);
    },
    card: (fits) => waitFor(() => findCard(frames, fits)),
    stop: async () => {
      socket.destroy();
      await playground.stop();
    },
  };
}

async function post(url: string, body: object): Promise<Frame> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`the playground answered ${response.status}: ${text.slice(0, 300)}`);
  return text === '' ? null : JSON.parse(text);
}

function findCard(frames: readonly Frame[], fits: (card: Frame, frame: Frame) => boolean) {
  for (const frame of frames) {
    for (const { message, card } of cardsOf(frame)) if (fits(card, frame)) return { message, card, frame };
  }
  return null;
}

function cardsOf(frame: Frame): readonly { message: string; card: Frame }[] {
  const { messageId = '', attachments = [] } = frame.message ?? {};
  return attachments.map((attachment: Frame) => ({ message: messageId, card: attachment.content }));
}

async function waitFor<T>(look: () => T | null): Promise<T> {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the playground never showed it');
}

/** A WebSocket's text frames; Node 20 has no client of its own. The server's frames are neither masked nor split. */
async function listenTo(url: string, onText: (text: string) => void): Promise<Socket> {
  const socket = await new Promise<Socket>((resolve, reject) => {
    const request = get(url, {
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': Buffer.from('subdesk-listener').toString('base64'),
      },
    });
    request.on('error', reject);
    request.on('upgrade', (_response, upgraded, head) => {
      if (head.length > 0) upgraded.unshift(head);
      resolve(upgraded as Socket);
    });
  });
  let buffered = Buffer.alloc(0);
  socket.on('error', () => {});
  socket.on('data', (chunk: Buffer) => {
    buffered = Buffer.concat([buffered, chunk]);
    for (let frame = takeFrame(buffered); frame !== null; frame = takeFrame(buffered)) {
      buffered = buffered.subarray(frame.end);
      if (frame.isText) onText(frame.payload.toString('utf8'));
    }
  });
  return socket;
}

function takeFrame(buffer: Buffer) {
  if (buffer.length < 2) return null;
  const short = buffer.readUInt8(1) & 0x7f;
  const head = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (buffer.length < head) return null;
  const length =
    short === 126 ? buffer.readUInt16BE(2) : short === 127 ? Number(buffer.readBigUInt64BE(2)) : short;
  const end = head + length;
  if (buffer.length < end) return null;
  return { end, isText: (buffer.readUInt8(0) & 0x0f) === 1, payload: buffer.subarray(head, end) };
}
