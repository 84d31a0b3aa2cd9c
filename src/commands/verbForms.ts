import type { VerbForms } from './defineCommand.ts';

/** One verb a line: `order | gerund | participle | other forms`; each of the last three may be several, or nothing. */
export function verbForms(table: string): readonly VerbForms[] {
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [say = '', ing, ed, others] = line.split('|').map((forms) => forms.trim());
    return { say, ing: formsIn(ing), ed: formsIn(ed), others: formsIn(others) };
  });
}

function formsIn(forms = ''): readonly string[] {
  return forms
    .split(',')
    .map((form) => form.trim())
    .filter((form) => form !== '');
}
