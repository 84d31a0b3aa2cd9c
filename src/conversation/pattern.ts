import { GROUPS } from '../commands/groups.ts';
import { fold } from './normalise.ts';

/**
 * The little language of phrases: `word`, `this|that`, `maybe?`, `#group` (several words), `{s}` a gap (`{s}?` may be
 * missing), `{n}` a number (`{+n}`, `{-n}`: more, fewer), `{op}` an operation's reference. Anchored at both ends; articles need not be spelt out.
 */
export type Step =
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'gap' | 'number'; readonly name: string }
  | { readonly kind: 'operation' };

export const OPERATION_REFERENCE = /^op-[a-z0-9]{3,12}$/u;

/** Every fixed sequence of steps that a phrase stands for. */
export function compile(phrase: string): readonly (readonly Step[])[] {
  let sequences: readonly (readonly Step[])[] = [[]];
  for (const element of phrase.split(' ')) {
    const ways = waysOf(element);
    sequences = sequences.flatMap((steps) => ways.map((way) => [...steps, ...way]));
  }
  return sequences.filter((steps) => steps.length > 0);
}

function waysOf(element: string): readonly (readonly Step[])[] {
  const optional = element.endsWith('?');
  const body = optional ? element.slice(0, -1) : element;
  return [...sayings(body), ...(optional ? [[]] : [])];
}

function sayings(body: string): readonly (readonly Step[])[] {
  if (body.startsWith('{')) return [[gapOf(body.slice(1, -1))]];
  if (!body.startsWith('#')) return [[word(...body.split('|'))]];
  const group = GROUPS[body.slice(1) as keyof typeof GROUPS];
  const single = group.filter((saying) => !saying.includes(' '));
  const several = group.filter((saying) => saying.includes(' '));
  return [
    ...(single.length > 0 ? [[word(...single)]] : []),
    ...several.map((saying) => saying.split(' ').map((each) => word(each))),
  ];
}

function word(...words: readonly string[]): Step {
  return { kind: 'word', words: words.map(fold) };
}

function gapOf(name: string): Step {
  if (name === 'op') return { kind: 'operation' };
  return { kind: /^[+-]?n$/u.test(name) ? 'number' : 'gap', name };
}
