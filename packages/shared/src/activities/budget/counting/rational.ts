/** An exact fraction; `den` is positive. Not always in lowest terms: `lowest` makes it so. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

/** Euclid's algorithm, for operands that are not negative. */
export function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** The same fraction in lowest terms. */
export function lowest({ num, den }: Rational): Rational {
  const common = gcd(num < 0n ? -num : num, den);
  return common > 1n ? { num: num / common, den: den / common } : { num, den };
}

/** Negative when a < b, zero when equal, positive when a > b; exact. */
export function compare(a: Rational, b: Rational): number {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The sum, in lowest terms. */
export function plus(a: Rational, b: Rational): Rational {
  return lowest({ num: a.num * b.den + b.num * a.den, den: a.den * b.den });
}

/** So many times the fraction; `n` is a whole number, which may be negative. */
export function times({ num, den }: Rational, n: number): Rational {
  return { num: num * BigInt(n), den };
}

/** The nearest double, within 2 units of its last place. */
export function toNumber({ num, den }: Rational): number {
  const direct = Number(num);
  const under = Number(den);
  if (direct <= Number.MAX_SAFE_INTEGER && under <= Number.MAX_SAFE_INTEGER) return direct / under;
  // 2^80 keeps more bits than a double holds, however small the fraction, as long as it is not below 2^-20.
  const bits = num.toString(16).length * 4 - den.toString(16).length * 4;
  const shift = BigInt(Math.max(0, 80 - bits));
  const quotient = (num << shift) / den;
  return Number(quotient) / 2 ** Number(shift);
}
