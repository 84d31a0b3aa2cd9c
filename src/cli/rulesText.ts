import { DAY, HOUR } from '../domain/instant.ts';
import { isObject } from '../domain/json/reader.ts';

/** Conditions as somebody reads them who does not read JSON. */
export function whenText(when: unknown): string {
  const conditions = entriesOf(when).map(([key, condition]) => `${wordsOf(key)} ${conditionText(condition)}`);
  return conditions.length === 0 ? 'everything else' : conditions.join(', ');
}

/** What a row answers, its outcome first. */
export function thenText(then: unknown): string {
  if (!isObject(then)) return valueText(then);
  const { outcome, how, ...rest } = then;
  const answers = [outcome, how].filter((word) => word !== undefined).map((word) => valueText(word));
  return [
    ...answers,
    ...entriesOf(rest).map(([key, value]) => `${wordsOf(key)} ${valueText(value, key)}`),
  ].join(', ');
}

function conditionText(condition: unknown): string {
  if (isObject(condition)) return `less than ${durationText(Number(condition['under']))}`;
  return Array.isArray(condition) ? condition.join(' or ') : valueText(condition);
}

function valueText(value: unknown, key = ''): string {
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number' && key === 'since') return durationText(value);
  return isObject(value) ? JSON.stringify(value) : String(value);
}

function durationText(milliseconds: number): string {
  return milliseconds < 2 * DAY ? `${milliseconds / HOUR} hours` : `${milliseconds / DAY} days`;
}

/** "sinceOrder" → "since order". */
function wordsOf(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value).filter(([, held]) => held !== undefined) : [];
}
