/** Digits, with decimals behind a point or a comma. */
const amount = /^\d+(?:[.,]\d+)?$/;
/** Decimals of an amount without the zeros at its end; 0 for what is none. */
export const decimalsOf = (value: string): number => (amount.test(value) ? (value.split(/[.,]/)[1]?.replace(/0+$/, '').length ?? 0) : 0);

/** A decimal in whole units of 10^-decimals; null when it is none, or above 2^53. */
export function wholeUnits(value: string, decimals: number): number | null {
  if (!amount.test(value)) return null;
  const [whole, part = ''] = value.split(/[.,]/);
  const units = Number(`${whole}${part.slice(0, decimals).padEnd(decimals, '0')}`);
  return Number.isSafeInteger(units) ? units : null;
}

/** The amount of so many units, as text in the file's own unit, without trailing zeros. */
export function amountText(units: number, decimals: number): string {
  if (decimals === 0) return String(units);
  const digits = String(units).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/, '');
}
