import type { StatedInput } from '../views/statement.ts';
import { plainText } from './escape.ts';
import { LIMITS } from './limits.ts';
import { words } from './slackText.ts';

const { slack } = LIMITS;

/** An input as cards/parts/slack/inputs.json fills it in. */
export function inputData(input: StatedInput): object {
  const options = (input.choices ?? [])
    .slice(0, slack.options)
    .map(({ id, title }) => ({ id, title: words(title, slack.option) }));
  const chosen = options.find(({ id }) => id === input.value);
  return {
    id: input.id,
    label: words(input.label, slack.label),
    hint: words(input.hint ?? '', slack.label),
    placeholder: words(input.placeholder ?? '', slack.button),
    optional: !input.required,
    maxLength: input.maxLength,
    value: input.choices ? '' : plainText(input.value ?? ''),
    ...numberData(input),
    list: input.choices !== undefined,
    chosen: chosen !== undefined,
    options,
    initial: chosen ?? { id: '', title: '' },
  };
}

/** Slack writes limits as text. */
function numberData({ number }: StatedInput): object {
  if (!number) return { number: false, hasMax: false, min: '', max: '' };
  const { min, max } = number;
  return { number: true, hasMax: max !== undefined, min: String(min), max: String(max ?? '') };
}
