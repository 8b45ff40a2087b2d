import { proposalSorts } from '@parvis/shared/activities/proposals/contract.ts';
import { InvalidInput } from '../../platform/http/index.ts';
import type { After, Order } from './proposal-list.queries.ts';

/** What a page token carries: the order with its seed, so that the walk goes on as it began, and the last row. */
export interface ListCursor {
  readonly order: Order;
  readonly after: After;
}

/** A page's end as opaque text: it carries order, seed and ranges, so that the next page continues the same list. `readCursor` is its twin. */
export function writeCursor({ order, after }: ListCursor): string {
  return Buffer.from(JSON.stringify([order.sort, order.seed, order.ranges, after.key, after.step, after.id])).toString('base64url');
}

/** @throws InvalidInput for what `writeCursor` never wrote */
export function readCursor(token: string): ListCursor {
  const [sort, seed, ranges, key, step, id] = parse(token);
  const known = proposalSorts.find((one) => one === sort);
  if (
    !known ||
    !isWhole(seed, 0x7fffffff) ||
    (ranges !== 1 && ranges !== 1024) ||
    !isWhole(step, 1023) ||
    typeof key !== 'string' ||
    typeof id !== 'string' ||
    !uuid.test(id) ||
    !keys[known].test(key)
  )
    throw refused();
  return { order: { sort: known, seed, ranges }, after: { key, step, id } };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const whole = /^\d{1,9}$/;
const keys = {
  random: /^-?\d{1,19}$/,
  supported: whole,
  discussed: whole,
  recent: /^\d{4}-\d\d-\d\d[T ][\d:.]{8,15}(Z|\+00)$/,
  relevance: /^\d(\.\d+)?(e-?\d+)?$/,
};

function isWhole(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}

function parse(token: string): readonly unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (Array.isArray(read)) return read;
  } catch {
    throw refused();
  }
  throw refused();
}

function refused(): InvalidInput {
  return new InvalidInput([{ pointer: '#/query/cursor', code: 'not-a-cursor' }]);
}
