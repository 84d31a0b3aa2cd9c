import { LIMITS } from '../../src/rendering/limits.ts';
import type { SlackRendering } from '../../src/rendering/slack.ts';

type Node = { readonly [key: string]: unknown };

/** What a Teams client would refuse, cut or hide in this card. */
export function teamsProblems(card: object): readonly string[] {
  const text = JSON.stringify(card);
  const nodes = nodesOf(card);
  const actions = nodes.filter(({ type }) => typeof type === 'string' && /^Action\./.test(type));
  const shown = actions.filter((action) => !fallbacks(nodes).has(action) && action['verb'] !== 'refresh');
  const ids = [...shown, ...nodes.filter(isInput)].map(({ id }) => id).filter((id) => id !== undefined);
  return [
    ...(text.includes('${') ? ['unfilled'] : []),
    ...(Buffer.byteLength(text) > LIMITS.teams.bytes ? ['too large'] : []),
    ...(shown.length > LIMITS.teams.actions ? [`${shown.length} actions`] : []),
    ...shown
      .filter(({ title }) => [...String(title)].length > LIMITS.teams.label)
      .map(({ title }) => `long: ${title}`),
    ...(new Set(ids).size === ids.length ? [] : ['an id twice']),
    ...nodes
      .filter(({ type, text: words }) => type === 'TextBlock' && !words)
      .map(() => 'a text without words'),
    ...nodes
      .filter(isInput)
      .filter((input) => !input['label'] || (input['isRequired'] && !input['errorMessage']))
      .map(({ id }) => `input ${id}`),
    ...shown
      .filter(({ type, fallback }) => type === 'Action.Execute' && !fallback)
      .map(({ id }) => `no fallback: ${id}`),
    ...nodes.filter(({ type, facts }) => type === 'FactSet' && !facts).map(() => 'a FactSet without facts'),
  ];
}

/** What Slack would refuse. */
export function slackProblems({ text, blocks, modal }: SlackRendering): readonly string[] {
  const problems = [
    ...blockProblems(blocks, LIMITS.slack.messageBlocks),
    ...(text === '' ? ['no text'] : []),
  ];
  if (modal === null) return problems;
  const frame = modal as Node;
  const words = (key: string) => [...String((frame[key] as Node)['text'])].length;
  return [
    ...problems,
    ...blockProblems(frame['blocks'] as object[], LIMITS.slack.modalBlocks),
    ...(['title', 'submit', 'close'] as const)
      .filter((key) => words(key) > LIMITS.slack.modalTitle || words(key) === 0)
      .map((key) => `modal ${key}`),
    ...(frame['private_metadata'] ? [] : ['modal without metadata']),
  ];
}

function blockProblems(blocks: readonly object[], max: number): readonly string[] {
  const nodes = nodesOf(blocks);
  const texts = nodes.filter(({ type }) => type === 'plain_text' || type === 'mrkdwn');
  const buttons = nodes.filter(({ type }) => type === 'button');
  const ids = buttons.map(({ action_id }) => action_id);
  return [
    ...(JSON.stringify(blocks).includes('${') ? ['unfilled'] : []),
    ...(blocks.length > max || blocks.length === 0 ? [`${blocks.length} blocks`] : []),
    ...texts
      .filter(({ text }) => !text || [...String(text)].length > LIMITS.slack.section)
      .map(({ text }) => `text ${text}`),
    ...texts
      .filter(({ type, text }) => type === 'plain_text' && /<!date/.test(String(text)))
      .map(() => 'a date token in plain text'),
    ...nodes
      .filter(({ type }) => type === 'header')
      .filter(({ text }) => [...String((text as Node)['text'])].length > LIMITS.slack.header)
      .map(() => 'header'),
    ...buttons
      .filter(({ text, value }) => [...String((text as Node)['text'])].length > LIMITS.slack.button || !value)
      .map(({ action_id }) => `button ${action_id}`),
    ...(new Set(ids).size === ids.length ? [] : ['an action_id twice']),
    ...nodes
      .filter(({ type, elements }) => (type === 'actions' || type === 'context') && !Array.isArray(elements))
      .map(() => 'no elements'),
  ];
}

/** Every object inside, itself included. */
export function nodesOf(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesOf)];
}

function fallbacks(nodes: readonly Node[]): ReadonlySet<unknown> {
  return new Set(nodes.map(({ fallback }) => fallback).filter((fallback) => fallback !== undefined));
}

function isInput({ type }: Node): boolean {
  return typeof type === 'string' && type.startsWith('Input.');
}
