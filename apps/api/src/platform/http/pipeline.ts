import { Inject, Injectable, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Method, RouteRecord } from '@parvis/shared/contracts/route.ts';
import { Database, PublicDatabase } from '../database/index.ts';
import { Limits } from '../limits/index.ts';
import { readJson, uploadOf } from './body.ts';
import type { AnyCall } from './call.ts';
import type { Actor, RequestContext, Town } from './context.ts';
import type { FieldError } from './domain-error.ts';
import { MunicipalityNotFound, MunicipalitySuspended, RouteNotFound } from './errors.ts';
import { refuseCrossSite } from './origin.ts';
import { parseBody, parseParams, parseQuery } from './parse.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { Reply } from './reply.ts';
import { commonLimit, faultsOf, limitedBy, limitsOf, policyOf, routeOf, type LimitRecord, type PolicyRecord } from './route.decorator.ts';
import { ACTOR_SOURCE, type ActorSource } from './sources.ts';

/** What a caller inside the process gives instead of an HTTP request. */
export interface InnerRequest {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly actor: Actor | null;
  readonly context: RequestContext;
}

interface Mounted {
  readonly record: RouteRecord;
  readonly policy: PolicyRecord;
  readonly limits: readonly LimitRecord[];
  readonly limitedBy: string | undefined;
  /** What else is wrong with a call whose body the contract refuses. */
  readonly faults: (call: AnyCall) => readonly FieldError[] | Promise<readonly FieldError[]>;
  readonly handle: (call: AnyCall) => Promise<unknown>;
}

/** The one way in, for HTTP and for pages rendered on the server: parse, know the actor, ask the policy, act, strip. */
@Injectable()
export class Pipeline {
  private readonly routes = new Map<string, Mounted>();

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(Database) private readonly db: Database,
    @Inject(PublicDatabase) private readonly publicDb: PublicDatabase,
    @Inject(Limits) private readonly limits: Limits,
    @Inject(ACTOR_SOURCE) private readonly actors: ActorSource,
  ) {}

  /** Finds every handler; called once before the server listens. @throws when one has no policy, or no record though it is not a GET */
  collect(): void {
    const scanner = new MetadataScanner();
    for (const { instance } of this.discovery.getControllers()) {
      const methods = instance as Record<string, (...args: never[]) => unknown>;
      for (const name of scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const handler = methods[name]!;
        const record = routeOf(handler);
        if (!record) {
          refuseUnguarded(`${instance.constructor.name}.${name}`, handler);
          continue;
        }
        const policy = policyOf(handler);
        if (!policy) throw new Error(`${record.method} ${record.path} has no @Policy. Declare who may call it.`);
        const mounted = {
          record,
          policy,
          limits: limitsOf(handler, record),
          limitedBy: limitedBy(handler),
          faults: (call: AnyCall) => faultsOf(handler)?.(call, instance) ?? [],
          handle: (call: AnyCall) => handler.call(instance, call as never) as Promise<unknown>,
        };
        if (this.routes.has(keyOf(record))) throw new Error(`${keyOf(record)} is mounted twice.`);
        this.routes.set(keyOf(record), mounted);
      }
    }
  }

  /** Every mounted record, for OpenAPI and the tests' matrices. */
  records(): RouteRecord[] {
    return [...this.routes.values()].map((one) => one.record);
  }

  /** How often each route may be called: its limits, or the words for what else limits it. */
  limitsByRoute(): { readonly record: RouteRecord; readonly limits: readonly LimitRecord[]; readonly limitedBy: string | undefined }[] {
    return [...this.routes.values()].map(({ record, limits, limitedBy: other }) => ({ record, limits, limitedBy: other }));
  }

  /** Everything that comes before the handler of an HTTP request. @throws DomainError */
  async prepare(record: RouteRecord, request: PreparedRequest, query: Readonly<Record<string, unknown>>): Promise<AnyCall> {
    const mounted = this.mountedFor(record);
    const { context } = request;
    const town = townFor(record, context);
    if (record.method !== 'GET') refuseCrossSite(request.headers, request.headers.host ?? '');
    const actor = context.sessionToken && context.town ? await this.actors.byToken(context.town, context.sessionToken) : null;
    const reply = new Reply(request.headers);
    const params = parseParams(record, request.params ?? {});
    const parsedQuery = parseQuery(record, query);
    await this.countAgainst(mounted, 'address', context.ip, actor, null);
    const call: AnyCall = {
      params,
      query: parsedQuery,
      body: undefined,
      upload: null,
      actor,
      town,
      facts: undefined,
      context,
      headers: request.headers,
      reply,
    } as AnyCall;
    await this.judge(mounted, call, actor); // before the body is read: a stranger's upload is never taken in
    await this.countAgainst(mounted, 'admitted', context.ip, actor, null);
    const further = (readable: unknown): ReturnType<Mounted['faults']> => mounted.faults({ ...call, body: readable });
    const body = record.request ? await parseBody(record.request, await readJson(request), further) : undefined;
    await this.countAgainst(mounted, 'body', context.ip, actor, body);
    return Object.assign(call, { body, upload: record.upload ? uploadOf(request, record.upload.maxBytes) : null });
  }

  /** What the handler answers to a call that was prepared, stripped. @throws DomainError, NotModified */
  async handle(record: RouteRecord, call: AnyCall): Promise<unknown> {
    return strip(record, await this.mountedFor(record).handle(call));
  }

  /** Calls a GET route in process, as the actor of the page that is being rendered. @throws DomainError */
  async invoke(method: Method, path: string, inner: InnerRequest): Promise<unknown> {
    const mounted = this.routes.get(`${method} ${path}`);
    if (!mounted || method !== 'GET') throw new RouteNotFound();
    const { record } = mounted;
    const call = {
      params: parseParams(record, inner.params ?? {}),
      query: parseQuery(record, inner.query ?? {}),
      body: undefined,
      upload: null,
      actor: inner.actor,
      town: townFor(record, inner.context),
      facts: undefined,
      context: inner.context,
      headers: {},
      reply: new Reply({}),
    } as AnyCall;
    await this.judge(mounted, call, inner.actor);
    return strip(record, await mounted.handle(call));
  }

  private async judge(mounted: Mounted, call: AnyCall, actor: Actor | null): Promise<void> {
    const atDoor = mounted.policy.rule.entry?.(actor);
    if (atDoor) throw atDoor;
    const facts = mounted.policy.facts ? await mounted.policy.facts({ db: this.db, publicDb: this.publicDb }, call) : undefined;
    Object.assign(call, { facts });
    const refusal = mounted.policy.rule(actor, facts);
    if (refusal) throw refusal;
  }

  private async countAgainst(
    mounted: Mounted,
    when: 'address' | 'admitted' | 'body',
    ip: string,
    actor: Actor | null,
    body: unknown,
  ): Promise<void> {
    for (const limit of mounted.limits) {
      if ((limit === commonLimit) !== (when === 'admitted')) continue; // a stranger whom the policy refuses costs no statement
      const key =
        when === 'body' ? bodyKey(limit, body) : limit.by === 'address' ? ip : limit.by === 'account' ? (actor?.accountId ?? ip) : null;
      if (key !== null) await this.limits.spend(limit.name, key, limit.points, limit.seconds);
    }
  }

  private mountedFor(record: RouteRecord): Mounted {
    const mounted = this.routes.get(keyOf(record));
    if (!mounted) throw new RouteNotFound();
    return mounted;
  }
}

/** Drops every field that the record's response does not name; an answer that does not fit is a programming error. */
function strip(record: RouteRecord, answer: unknown): unknown {
  return record.response && !record.produces ? record.response.parse(answer) : answer;
}

function keyOf(record: RouteRecord): string {
  return `${record.method} ${record.path}`;
}

/** Pages, feeds and files for machines are mounted by Nest's own `@Get` and judge by themselves; whatever changes something is a `@Route`. */
function refuseUnguarded(name: string, handler: (...args: never[]) => unknown): void {
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (method !== undefined && method !== RequestMethod.GET) throw new Error(`${name} is mounted without @Route: no policy would be asked.`);
}

function townOf(context: RequestContext): Town {
  if (!context.town) throw new MunicipalityNotFound();
  if (context.town.suspended) throw new MunicipalitySuspended();
  return context.town;
}

/** Handlers of installation routes take an `InstallationCall`, which says that there may be no town. */
function townFor(record: RouteRecord, context: RequestContext): Town {
  return record.installation ? (context.town as Town) : townOf(context);
}

function bodyKey(limit: LimitRecord, body: unknown): string | null {
  if (!limit.by.startsWith('body.')) return null;
  const value = (body as Record<string, unknown> | undefined)?.[limit.by.slice('body.'.length)];
  return typeof value === 'string' ? value.toLowerCase() : null;
}
