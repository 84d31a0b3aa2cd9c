import { EN_GROUPS, EN_VALUES } from './en/trade.ts';
import { SV_GROUPS, SV_VALUES } from './sv/trade.ts';

/** What phrases call `#name`: any of these words, of either language, for agents mix them. */
export type GroupName = keyof typeof EN_GROUPS & keyof typeof SV_GROUPS;
/** What phrases call `<name>`: words that are a slot's value. */
export type ValueName = keyof typeof EN_VALUES & keyof typeof SV_VALUES;

export function groupNamed(name: string): readonly string[] {
  const english = listOf(EN_GROUPS[name as GroupName]);
  const all = [...english, ...listOf(SV_GROUPS[name as GroupName])];
  if (all.length === 0) throw new Error(`no group of words is called ${name}`);
  return all;
}

/** The words of each value of a slot. */
export function valuesNamed(
  name: string,
): readonly { readonly value: string; readonly said: readonly string[] }[] {
  const english: Readonly<Record<string, string>> = EN_VALUES[name as ValueName];
  const swedish: Readonly<Record<string, string>> = SV_VALUES[name as ValueName];
  return Object.keys(english).map((value) => ({
    value,
    said: [...listOf(english[value]), ...listOf(swedish[value])],
  }));
}

/** A table's text between commas. */
export function listOf(text = ''): readonly string[] {
  return text
    .split(',')
    .map((saying) => saying.trim().replace(/\s+/gu, ' '))
    .filter((saying) => saying !== '');
}
