/** An amount in integer minor units (cents; yen; thousandths of a dinar). */
export interface Money {
  readonly minor: number;
  /** ISO 4217. */
  readonly currency: string;
}

const DECIMAL = /^(\d{1,15})(?:\.(\d{1,10}))?$/;
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code);
}

/** "36.505": a decimal that is not negative; a price may be finer than the minor unit (F-16). */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

/** ISO 4217's minor units where they are not 2. Intl has CLDR's, which knows no cents of a forint or a rupiah. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ...each(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'),
  ...each(3, 'BHD IQD JOD KWD LYD OMR TND'),
]);

function each(digits: number, codes: string): (readonly [string, number])[] {
  return codes.split(' ').map((code) => [code, digits]);
}

/** Digits of the minor unit: 2 for USD, 0 for JPY, 3 for KWD (F-16). */
export function currencyDigits(currency: string): number {
  return DIGITS.get(currency) ?? 2;
}

/** unitPrice × times, rounded half up once to the minor unit (F-16). RangeError beyond what a number holds exactly. */
export function priceTimes(unitPrice: string, times: number, currency: string): Money {
  const [, whole, fraction = ''] = DECIMAL.exec(unitPrice) ?? [];
  if (whole === undefined) throw new RangeError(`not a decimal: ${unitPrice}`);
  const product = BigInt(whole + fraction) * BigInt(times) * 10n ** BigInt(currencyDigits(currency));
  return { minor: exact(dividedHalfUp(product, 10n ** BigInt(fraction.length))), currency };
}

/** amount × part / whole, rounded half up to the minor unit. */
export function share(amount: Money, part: number, whole: number): Money {
  const minor = dividedHalfUp(BigInt(amount.minor) * BigInt(part), BigInt(whole));
  return { ...amount, minor: exact(minor) };
}

/** a − b, never below 0. */
export function lessAtLeastZero(a: Money, b: Money): Money {
  return { ...a, minor: Math.max(0, a.minor - b.minor) };
}

/** Exactly the currency's digits: "365.00", "12990" JPY, "15.000" KWD (F-16). */
export function formatDecimal({ minor, currency }: Money): string {
  const digits = currencyDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const sign = minor < 0 ? '-' : '';
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** A decimal with at most the currency's digits; null when it is none, or too large. */
export function parseMoney(text: string, currency: string): Money | null {
  const fraction = DECIMAL.exec(text)?.[2] ?? '';
  if (!isDecimal(text) || !isCurrency(currency) || fraction.length > currencyDigits(currency)) return null;
  return isPayable(text, 1, currency) ? priceTimes(text, 1, currency) : null;
}

/** Whether the product can be held exactly. */
export function isPayable(unitPrice: string, times: number, currency: string): boolean {
  try {
    priceTimes(unitPrice, times, currency);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** For what is not negative. */
function dividedHalfUp(value: bigint, by: bigint): bigint {
  return (2n * value + by) / (2n * by);
}

function exact(minor: bigint): number {
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError('too large an amount');
  return Number(minor);
}
