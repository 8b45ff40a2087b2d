import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { ParamsOf, ParsedQueryOf, ParsedRequestOf, RouteRecord } from '@parvis/shared/contracts/route.ts';
import type { Actor, RequestContext, Town } from './context.ts';
import type { Reply } from './reply.ts';

/** A file sent as the raw body of an `upload` route; nothing has been read yet when the handler runs. */
export interface Upload {
  readonly contentType: string;
  /** From the X-File-Name header, URI-decoded, or ''. Never used as a path. */
  readonly fileName: string;
  /** The whole file. @throws TooLarge when it declares more than `atMost` (the route's `maxBytes` when left out), or at the first byte over */
  read(atMost?: number): Promise<Buffer>;
  /** The file as a stream that fails with TooLarge likewise. */
  stream(atMost?: number): Readable;
}

/** The one argument of a handler: everything about the request that it may use, checked and typed by the route's record. */
export interface Call<R extends RouteRecord, Facts = undefined> {
  readonly params: ParamsOf<R>;
  readonly query: ParsedQueryOf<R>;
  readonly body: ParsedRequestOf<R>;
  readonly upload: Upload | null;
  readonly actor: Actor | null;
  /** The municipality of the address; a route without one answers municipality-not-found before the handler. */
  readonly town: Town;
  /** What the policy's loader read, so that the handler does not read it again. */
  readonly facts: Facts;
  readonly context: RequestContext;
  readonly headers: IncomingHttpHeaders;
  readonly reply: Reply;
}

/** A call whose route is not known to the type system: for policies, loaders and the pipeline. */
export type AnyCall = Omit<Call<RouteRecord>, 'params' | 'query' | 'body' | 'facts'> & {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
};

/** The call of somebody whom the policy has found signed in. */
export type ActorCall<R extends RouteRecord, Facts = undefined> = Call<R, Facts> & { readonly actor: Actor };

/** The call of an `installation` route: there may be no town at its address. */
export type InstallationCall<R extends RouteRecord, Facts = undefined> = Omit<Call<R, Facts>, 'town'> & { readonly town: Town | null };

/** A call whose body the contract refuses: what of it could be read, each field by itself. */
export type FaultyCall<R extends RouteRecord, Facts = undefined> = Omit<Call<R, Facts>, 'body'> & {
  readonly body: Partial<ParsedRequestOf<R>>;
};
