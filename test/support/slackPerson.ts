import { type Answered, type Body, send, slackFixture } from './slackClient.ts';
import type { SlackEmulator } from './slackEmulator.ts';
import { SECRET } from './slackServer.ts';

export type Message = Readonly<Record<string, unknown>>;

interface Block {
  readonly type: string;
  readonly block_id?: string;
  readonly elements?: readonly Button[];
  readonly accessory?: Button;
  readonly element?: { readonly action_id: string; readonly type: string };
}

interface Button {
  readonly type: string;
  readonly action_id?: string;
  readonly value?: string;
}

export interface Dialog {
  readonly id: string;
  readonly blocks: readonly Block[];
  readonly [key: string]: unknown;
}

/** Somebody in Slack: what they type and press becomes signed requests, what they see is what stands at the emulator. */
export interface SlackPerson {
  command(text: string): Promise<Answered>;
  mention(text: string): Promise<Answered>;
  direct(text: string): Promise<Answered>;
  /** Presses a button of a message; fails where it has none. */
  press(message: Message, action: string): Promise<Answered>;
  /** Sends a dialog off with these inputs. */
  submit(dialog: Dialog, inputs: Readonly<Record<string, string>>): Promise<Answered>;
  close(dialog: Dialog): Promise<Answered>;
}

export function slackPerson(
  slack: SlackEmulator,
  user: string,
  url: () => string,
  secret = SECRET,
): SlackPerson {
  const ids = (body: Body): Body =>
    JSON.parse(
      JSON.stringify(body)
        .replaceAll('U0MAJA0001', user)
        .replaceAll('C000000003', slack.channel)
        .replace(/https:\/\/hooks[^"]+/, slack.responseUrl()),
    ) as Body;
  const interact = async (body: Body): Promise<Answered> =>
    send(url(), { ...body, trigger_id: await slack.trigger(user) }, { secret });
  const say = (fixture: 'app-mention' | 'message-im', fields: object): Promise<Answered> => {
    const body = ids(slackFixture(fixture));
    const event = { ...(body['event'] as object), ts: stamp(), ...fields };
    return send(url(), { ...body, event, event_id: `Ev${Math.random()}` }, { secret });
  };
  return {
    command: (text) => interact({ ...ids(slackFixture('command')), text }),
    mention: (text) => say('app-mention', { text: `<@U0SUBDESK1> ${text}` }),
    direct: (text) => say('message-im', { text, channel: slack.channel }),
    press: (message, action) => {
      const value = buttonOf(message, action).value ?? '';
      const container = {
        type: 'message',
        message_ts: message['ts'],
        channel_id: slack.channel,
        is_ephemeral: false,
      };
      const actions = [{ type: 'button', action_id: action, value }];
      return interact({ ...ids(slackFixture('block-actions')), container, actions, message });
    },
    submit: (dialog, inputs) =>
      interact({
        ...ids(slackFixture('view-submission')),
        view: { ...dialog, state: stateOf(dialog, inputs) },
      }),
    close: (dialog) => interact({ ...ids(slackFixture('view-closed')), view: dialog }),
  };
}

/** The buttons of a message or a dialog, by action id. */
export function buttonsOf(holder: Message | Dialog): readonly string[] {
  return elementsOf(holder).flatMap(({ action_id: id }) => (id === undefined ? [] : [id]));
}

function buttonOf(message: Message, action: string): Button {
  const button = elementsOf(message).find(({ action_id: id }) => id === action);
  if (button === undefined) throw new Error(`no button ${action} among ${buttonsOf(message).join(', ')}`);
  return button;
}

function elementsOf(holder: Message | Dialog): readonly Button[] {
  const blocks = (holder['blocks'] ?? []) as readonly Block[];
  const all = blocks.flatMap((block) => [
    ...(block.elements ?? []),
    ...(block.accessory ? [block.accessory] : []),
  ]);
  return all.filter(({ type }) => type === 'button');
}

/** As Slack gives a form's state: by block and element. */
function stateOf(dialog: Dialog, inputs: Readonly<Record<string, string>>): object {
  const fields = dialog.blocks.filter((block) => block.type === 'input');
  const values = fields.map((block) => [
    block.block_id,
    fieldOf(block, inputs[block.element?.action_id ?? '']),
  ]);
  return { values: Object.fromEntries(values) };
}

function fieldOf(block: Block, value: string | undefined): object {
  const { action_id: id = '', type = '' } = block.element ?? {};
  const selected = type === 'static_select' && value !== undefined ? { value } : null;
  return {
    [id]: { type, ...(type === 'static_select' ? { selected_option: selected } : { value: value ?? null }) },
  };
}

function stamp(): string {
  return (Date.now() / 1000).toFixed(6);
}
