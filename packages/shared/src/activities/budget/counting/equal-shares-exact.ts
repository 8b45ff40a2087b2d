import type { Election, Supporters } from './election.ts';
import { compare, gcd, toNumber, type Rational } from './rational.ts';

/** Balances this near to what is asked, relative to it, are compared exactly. Wider than the errors of floats by far: see `isTrusted`. */
const guard = 1e-6;

/**
 * The money of a count by equal shares, exactly and cheaply. A voter who has not spent all has paid every purchase in full, so the balance is the
 * endowment minus the prices of what was bought of the own choices: one fraction for each purchase is kept, none for each voter. All stand over one
 * denominator, which grows with each purchase.
 */
export class Exact {
  /** For each voter the number of the purchase that took the last of the money, or -1. */
  readonly spentAt: Int32Array;
  private readonly election: Election;
  private readonly supporters: Supporters;
  private readonly boughtAt: Int32Array;
  private readonly prices: bigint[] = [];
  private endowment: bigint;
  private den: bigint;

  constructor(election: Election, supporters: Supporters, endowment: Rational) {
    this.election = election;
    this.supporters = supporters;
    this.spentAt = new Int32Array(election.offsets.length - 1).fill(-1);
    this.boughtAt = new Int32Array(election.projects.length).fill(-1);
    this.endowment = endowment.num;
    this.den = endowment.den;
  }

  /** Purchases made so far. */
  get rounds(): number {
    return this.prices.length;
  }

  /**
   * What one point of a project costs each of its supporters who can pay; null when they cannot pay for it together.
   * @param balances the same money in floats, near enough to tell who is clearly able to pay `about` and who is not
   */
  price(p: number, balances: Float64Array, about: number): Rational | null {
    const { starts, voters, points } = this.supporters;
    const unclear: { voter: number; points: bigint; balance: bigint }[] = [];
    let richPoints = 0;
    let poor = 0;
    const paid = new Int32Array(this.rounds); // points with which the poor paid each purchase
    for (let at = starts[p]!; at < starts[p + 1]!; at += 1) {
      const voter = voters[at]!;
      if (this.spentAt[voter]! >= 0) continue;
      const share = about * points[at]!;
      const balance = balances[voter]!;
      if (balance > share * (1 + guard)) richPoints += points[at]!;
      else if (balance < share * (1 - guard)) {
        poor += 1;
        this.addPaid(voter, paid);
      } else unclear.push({ voter, points: BigInt(points[at]!), balance: this.balanceOf(voter) });
    }
    let left = BigInt(this.election.projects[p]!.cost) * this.den - BigInt(poor) * this.endowment;
    for (let s = 0; s < paid.length; s += 1) if (paid[s] !== 0) left += BigInt(paid[s]!) * this.prices[s]!;
    unclear.sort((a, b) => {
      const [x, y] = [a.balance * b.points, b.balance * a.points];
      return x < y ? -1 : x > y ? 1 : 0;
    });
    let weight = BigInt(richPoints) + unclear.reduce((sum, one) => sum + one.points, 0n);
    for (const one of unclear) {
      if (one.balance * weight >= left * one.points) break; // can pay what each would have to pay
      left -= one.balance;
      weight -= one.points;
    }
    if (weight === 0n) return null;
    const found = { num: left, den: this.den * weight };
    // The floats told clearly who can pay `about`; where the price is elsewhere, they are asked again, about that.
    const sure = toNumber(found);
    return Math.abs(sure - about) > about * guard * 0.5 ? this.price(p, balances, sure) : found;
  }

  /** Takes the price from every supporter, in fractions and in floats; who cannot pay more than it, or less, has nothing left. */
  buy(p: number, price: Rational, balances: Float64Array): void {
    const { starts, voters, points } = this.supporters;
    const about = toNumber(price);
    const round = this.rounds;
    for (let at = starts[p]!; at < starts[p + 1]!; at += 1) {
      const voter = voters[at]!;
      if (this.spentAt[voter]! >= 0) continue;
      const share = about * points[at]!;
      const balance = balances[voter]!;
      const isPoor =
        balance < share * (1 - guard) ||
        (balance <= share * (1 + guard) &&
          compare({ num: this.balanceOf(voter), den: this.den }, { num: price.num * BigInt(points[at]!), den: price.den }) <= 0);
      if (isPoor) {
        this.spentAt[voter] = round;
        balances[voter] = 0;
      } else balances[voter] = balance - share;
    }
    this.boughtAt[p] = round;
    this.rescale(price);
  }

  /** The exact balance of a voter, over the present denominator. */
  balanceOf(voter: number): bigint {
    if (this.spentAt[voter]! >= 0) return 0n;
    const { offsets, choices, points } = this.election;
    let balance = this.endowment;
    for (let at = offsets[voter]!; at < offsets[voter + 1]!; at += 1) {
      const round = this.boughtAt[choices[at]!]!;
      if (round >= 0) balance -= this.prices[round]! * BigInt(points[at]!);
    }
    return balance;
  }

  private addPaid(voter: number, paid: Int32Array): void {
    const { offsets, choices, points } = this.election;
    for (let at = offsets[voter]!; at < offsets[voter + 1]!; at += 1) {
      const round = this.boughtAt[choices[at]!]!;
      if (round >= 0) paid[round]! += points[at]!;
    }
  }

  /** Puts a new price, and everything before, over one denominator; it is a multiple of the present one by the points that were divided by. */
  private rescale({ num, den }: Rational): void {
    const weight = den / this.den;
    const factor = weight / gcd(weight, num % weight);
    if (factor > 1n) {
      this.endowment *= factor;
      for (let s = 0; s < this.prices.length; s += 1) this.prices[s]! *= factor;
      this.den *= factor;
    }
    this.prices.push((num * factor) / weight);
  }
}
