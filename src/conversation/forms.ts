import { fold } from './normalise.ts';
import { EN_FORMS } from './words/en/forms.ts';
import { SV_FORMS } from './words/sv/forms.ts';

/** Forms of verbs that no command calls its own, folded, with the order that they are of. */
const ORDER_OF: ReadonlyMap<string, string> = new Map(
  [EN_FORMS, SV_FORMS].flatMap((table) =>
    table
      .split('\n')
      .filter((line) => line.includes(':'))
      .flatMap((line) => {
        const [say = '', forms = ''] = line.split(':');
        return forms.split(',').map((form) => [fold(form.trim()), fold(say.trim())] as const);
      }),
  ),
);

/** "slår" → "sla", "turned" → "turn"; undefined for anything else. */
export function orderOfForm(key: string): string | undefined {
  return ORDER_OF.get(key);
}

export const FORMS: readonly string[] = [...ORDER_OF.keys()];
export const FORM_ORDERS: readonly string[] = [...new Set(ORDER_OF.values())];
