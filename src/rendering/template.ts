import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import type { ViewKind } from '../views/view.ts';

export type Chat = 'teams' | 'slack';
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The same two steps up from src/rendering and from dist/rendering. */
const CARDS = fileURLToPath(new URL('../../cards/', import.meta.url));
/** Templates do not change while a process runs: each is read and prepared once. */
const prepared = new Map<string, Template>();

/**
 * A view's template of one chat (`part` of it for Slack: message, waiting, modal) filled with data that is
 * already escaped. Properties that came out empty are left out; a leftover `${` is a defect and throws.
 */
export function expand(view: ViewKind, chat: Chat, part: string | null, data: object): object {
  const template = templateOf(view, chat, part);
  const filled = pruned(template.expand({ $root: data }) as Json);
  const text = JSON.stringify(filled);
  if (text.includes('${'))
    throw new Error(`cards/${view}/${chat}.json: unfilled ${/\$\{[^}]*\}?/.exec(text)?.[0]}`);
  return filled as object;
}

function templateOf(view: ViewKind, chat: Chat, part: string | null): Template {
  const name = `${view}/${chat}/${part ?? ''}`;
  const known = prepared.get(name);
  if (known) return known;
  const whole = included(read(`${view}/${chat}.json`), chat) as { readonly [key: string]: Json };
  const template = new Template(part === null ? whole : whole[part]);
  prepared.set(name, template);
  return template;
}

function read(path: string): Json {
  return JSON.parse(readFileSync(`${CARDS}${path}`, 'utf8')) as Json;
}

/** `{"$include":"facts"}` stands for cards/parts/<chat>/facts.json: an array there is spliced in, keys beside it are added. */
function included(node: Json, chat: Chat): Json {
  if (Array.isArray(node)) {
    return node.flatMap((each) => {
      const inner = included(each as Json, chat);
      return Array.isArray(inner) && isInclude(each as Json) ? (inner as Json[]) : [inner];
    });
  }
  if (isInclude(node)) {
    const { $include, ...own } = node;
    const part = included(read(`parts/${chat}/${$include}.json`), chat);
    const beside = Object.keys(own).length > 0 && typeof part === 'object' && !Array.isArray(part);
    return beside ? { ...part, ...(included(own, chat) as object) } : part;
  }
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, included(value as Json, chat)]));
}

function isInclude(node: Json): node is { readonly $include: string } {
  return typeof node === 'object' && node !== null && '$include' in node;
}

function pruned(node: Json): Json {
  if (Array.isArray(node)) return node.map((each) => pruned(each as Json)).flatMap(spliced);
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(
    ([, value]) => value !== '' && value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, pruned(value as Json)]));
}

/** `{"splice":[…]}` in an array stands for its elements: one item may be several blocks. */
function spliced(node: Json): readonly Json[] {
  const isSplice = typeof node === 'object' && node !== null && 'splice' in node;
  return isSplice ? (node.splice as readonly Json[]) : [node];
}
