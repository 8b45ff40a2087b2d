import { SetMetadata } from '@nestjs/common';
import type { RouteRecord } from '@parvis/shared/contracts/route.ts';
import type { AnyCall } from './call.ts';
import type { FieldError } from './domain-error.ts';
import type { FactsLoader, PolicyRule } from './policy.ts';

const routeKey = 'parvis:route';
const policyKey = 'parvis:policy';
const faultsKey = 'parvis:faults';
const limitKey = 'parvis:limit';
const limitedByKey = 'parvis:limited-by';

/** What `@Policy` declared on a handler. */
export interface PolicyRecord {
  readonly rule: PolicyRule<unknown>;
  readonly facts: FactsLoader<unknown> | null;
}

/** At most `points` requests in `seconds`, counted in PostgreSQL for each value of `by`; `body.x` counts per value of a field. */
export interface LimitRecord {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
  readonly by: 'address' | 'account' | `body.${string}`;
}

/** Five acts a second for ten minutes: far above a busy agent, far below a script. Counted for requests that the policy admits. */
export const commonLimit: LimitRecord = { name: 'acts', points: 3_000, seconds: 600, by: 'account' };

/** Mounts a handler below `/api` for its record (routes.ts); its one parameter is the `Call`. */
export function Route(record: RouteRecord): MethodDecorator {
  return SetMetadata(routeKey, record);
}

/** Declares who may call the route; a route without it fails the start of the server, and so every test over HTTP. */
export function Policy(rule: PolicyRule<unknown>): MethodDecorator;
export function Policy<Facts>(rule: PolicyRule<Facts>, facts: FactsLoader<Facts>): MethodDecorator;
export function Policy<Facts>(rule: PolicyRule<Facts>, facts: FactsLoader<Facts> | null = null): MethodDecorator {
  return SetMetadata(policyKey, { rule, facts } as PolicyRecord);
}

/** Declares limits; several may stand together. */
export function Limit(...limits: readonly LimitRecord[]): MethodDecorator {
  return SetMetadata(limitKey, limits);
}

/** Finds further faults of a body; `controller` is the handler's own. */
type FaultFinder<FaultyCall, Controller> = (
  call: FaultyCall,
  controller: Controller,
) => readonly FieldError[] | Promise<readonly FieldError[]>;

/**
 * Where a service asks more of a body than its contract can say (an activity's settings): what it would refuse, asked when the contract
 * refuses already, so that one answer names everything. `find` takes a `FaultyCall` of the route, and reads nothing if it can.
 */
export function Faults<FaultyCall, Controller>(find: FaultFinder<FaultyCall, Controller>): MethodDecorator {
  return SetMetadata(faultsKey, find);
}

/** Says what else limits a route that changes something, where a statement more for each request would cost too much. */
export function LimitedBy(what: string): MethodDecorator {
  return SetMetadata(limitedByKey, what);
}

type Handler = (...args: never[]) => unknown;

/** The record that a handler was mounted for, or undefined. */
export function routeOf(handler: Handler): RouteRecord | undefined {
  return Reflect.getMetadata(routeKey, handler) as RouteRecord | undefined;
}

/** Undefined on a handler without `@Policy`: the pipeline then refuses to start. */
export function policyOf(handler: Handler): PolicyRecord | undefined {
  return Reflect.getMetadata(policyKey, handler) as PolicyRecord | undefined;
}

/** The limits that were declared. A route that changes something and declares none has the common one, unless something else limits it. */
export function limitsOf(handler: Handler, record: RouteRecord): readonly LimitRecord[] {
  const declared = Reflect.getMetadata(limitKey, handler) as readonly LimitRecord[] | undefined;
  return declared ?? (record.method === 'GET' || limitedBy(handler) ? [] : [commonLimit]);
}

/** What else limits a route; undefined where limits are declared or common. */
export function limitedBy(handler: Handler): string | undefined {
  return Reflect.getMetadata(limitedByKey, handler) as string | undefined;
}

/** What was declared by `@Faults`; undefined where the contract says all. */
export function faultsOf(handler: Handler): FaultFinder<AnyCall, unknown> | undefined {
  return Reflect.getMetadata(faultsKey, handler) as FaultFinder<AnyCall, unknown> | undefined;
}
