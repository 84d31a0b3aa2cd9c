import { parseArgs } from 'node:util';
import type { Io } from './io.ts';

/** What a verb understands: its options and how it explains itself. */
export interface Usage {
  readonly verb: string;
  readonly does: string;
  readonly options: Readonly<Record<string, { readonly type: 'boolean' | 'string'; readonly does: string }>>;
  /** Names of what may follow without dashes. */
  readonly words?: readonly string[];
}

export type Arguments =
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'wrong'; readonly text: string }
  | {
      readonly kind: 'ok';
      readonly options: Readonly<Record<string, string | boolean | undefined>>;
      readonly words: readonly string[];
    };

/** Every verb has --help; an unknown option or word is wrong usage. */
export function readArguments(argv: readonly string[], usage: Usage): Arguments {
  const options = Object.fromEntries(
    Object.entries(usage.options).map(([name, { type }]) => [name, { type }]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: (usage.words ?? []).length > 0,
    });
    if (values['help'] === true) return { kind: 'help', text: help(usage) };
    if (positionals.length > (usage.words ?? []).length)
      return wrong(usage, `unexpected ${positionals.at(-1)}`);
    return {
      kind: 'ok',
      options: values as Record<string, string | boolean | undefined>,
      words: positionals,
    };
  } catch (error) {
    return wrong(usage, (error as Error).message);
  }
}

function wrong(usage: Usage, problem: string): Arguments {
  return { kind: 'wrong', text: `subdesk ${usage.verb}: ${problem}\n${help(usage)}` };
}

function help(usage: Usage): string {
  const words = (usage.words ?? []).map((word) => ` [${word}]`).join('');
  const named = Object.entries(usage.options).map(([name, { type, does }]) => {
    const shown = type === 'string' ? `--${name} VALUE` : `--${name}`;
    return `  ${shown.padEnd(24)}${does}`;
  });
  return [
    `usage: subdesk ${usage.verb}${words} [options]`,
    `  ${usage.does}`,
    ...named,
    `  ${'--help'.padEnd(24)}this text`,
  ].join('\n');
}

/** Help goes to standard output and is no failure; wrong usage to standard error. */
export function explain(
  io: Pick<Io, 'stdout' | 'stderr'>,
  args: { readonly kind: 'help' | 'wrong'; readonly text: string },
): number {
  if (args.kind === 'help') io.stdout(args.text);
  else io.stderr(args.text);
  return args.kind === 'help' ? 0 : 2;
}
