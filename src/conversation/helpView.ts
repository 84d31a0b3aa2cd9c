import type { Command } from '../commands/defineCommand.ts';
import { COMMANDS } from '../commands/index.ts';
import type { HelpEntry, View } from '../views/view.ts';
import { button, remember } from './memory.ts';
import { fold } from './normalise.ts';
import { hasRole, type Talk } from './turn.ts';

/** Help is derived from the commands; a topic is a command's name or one of its verbs. */
export async function helpView(talk: Talk, topic: string | null): Promise<View> {
  const { language, person } = talk.turn;
  const about = topic === null ? undefined : topicOf(topic);
  const entries = COMMANDS.filter((command) => !about || command === about).map((command): HelpEntry => {
    const { name, group, examples } = command;
    return { command: name, group, examples: examples[language] };
  });
  const help = { view: 'help', topic: about ? about.name : null, entries, person } as const;
  // F-97: without a role there is nothing behind the buttons.
  if (!hasRole(person)) return { ...help, actions: [] };
  const on = await remember(talk, { kind: 'ways-on' }, 'anyone');
  return { ...help, on, actions: ['my-requests', 'renewals'].map(button) };
}

function topicOf(topic: string): Command | undefined {
  const words = fold(topic);
  return COMMANDS.find(
    ({ name, phrases }) =>
      name === words.replaceAll(' ', '-') ||
      [...phrases.en.verbs, ...phrases.sv.verbs].some(({ say, ing = [], ed = [], others = [] }) =>
        [say, ...ing, ...ed, ...others].some((form) => words.startsWith(fold(form))),
      ),
  );
}
