import type { Token } from './tokenize.ts';
import { LEGAL_FORMS } from './words/subjects.ts';

/** Words that occur in products' names and hardly ever in customers'. */
export const PRODUCT_WORDS: ReadonlySet<string> = new Set(
  `visio project bi pbi teams exchange sharepoint onedrive copilot defender intune entra dynamics azure windows office
  microsoft m365 o365 d365 w365 bp bb bs ems vs exo spo planner access publisher word excel outlook powerpoint onenote
  365 premium standard basic business enterprise apps plan audio conferencing phone viva sentinel purview security compliance
  frontline backup crm fabric stream power automate insights loop forms bookings sql server e1 e3 e5 f1 f3 a1 a3 a5 g1 g3 g5
  p1 p2 p3`.split(/\s+/u),
);

const PLAN = /^(?:[efagkp][1-5]|s-\d+|[a-z0-9]{6,}-[a-z0-9]{4,}-[a-z0-9-]+|cfq7[a-z0-9:]+)$/u;

/** Whether the words name a product or a subscription: "contoso e3", "S-1042"; "contoso" does not. */
export function namesProduct(tokens: readonly Token[]): boolean {
  if (tokens.some(({ key }) => PLAN.test(key))) return true;
  // "365 Business Partners AB" is a customer.
  const isCompany = LEGAL_FORMS.has(tokens.at(-1)?.key ?? '');
  return !isCompany && tokens.some(({ key }) => PRODUCT_WORDS.has(key));
}

/** Whether a word can be a part of a product's name. */
export function isProductWord({ key, quoted }: Token): boolean {
  return quoted || PRODUCT_WORDS.has(key) || PARTS.has(key) || PLAN.test(key);
}

/** Parts of products' names that customers' names have as well. */
const PARTS: ReadonlySet<string> = new Set(
  'online plan mobility extra features step-up eea pro the for of & +'.split(' '),
);

/** What ends the name of a suite: "contoso e3 e5" are two. */
export const SUITE = /^[efagk][1-5]$/u;
export const REFERENCE = /^s-\d+$/u;
