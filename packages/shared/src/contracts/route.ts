import type { z } from 'zod';

/** HTTP methods that an endpoint may have; all but GET change something and are protected from CSRF. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One endpoint. The API mounts it below `/api`, OpenAPI lists it, the web calls it.
 * - `path` has `:name` parts; a part is a UUID unless `params` says otherwise.
 * - `query` is a zod object whose fields arrive as strings (use z.coerce for numbers).
 * - `request` is the JSON body. `upload` says that the body is one raw file instead (any content type), of at most
 *   `maxBytes` bytes, refused by its declared or counted length before it is read whole.
 * - `response` names every field that may leave: what it does not name is dropped. Absent: 204 without a body.
 *   `produces` says that the answer is not JSON but this media type, written by the handler itself.
 * - `installation` says that the endpoint belongs to the whole installation: it also answers where no town is, and its handler takes
 *   an `InstallationCall`.
 * - `refusals` lists the codes of the domain errors that this endpoint may answer, beside those every endpoint may
 *   answer (see `commonRefusals`).
 */
export interface RouteRecord {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly request?: z.ZodType;
  readonly upload?: { readonly maxBytes: number };
  readonly response?: z.ZodType;
  readonly produces?: string;
  readonly installation?: true;
  readonly refusals: readonly string[];
}

/** Refusals that every endpoint may answer and that no record repeats. */
export const commonRefusals = [
  'not-readable',
  'invalid-input',
  'cross-site-request',
  'too-large',
  'headers-too-large',
  'unsupported-media-type',
  'too-many-requests',
  'municipality-not-found',
  'municipality-suspended',
  'route-not-found',
  'unavailable',
  'internal-error',
] as const;

/** Declares an endpoint; the literal types of method, path and refusals are kept for inference. */
export function route<const R extends RouteRecord>(record: R): R {
  return record;
}

type ParamNames<P extends string> = P extends `${string}:${infer N}/${infer Rest}`
  ? N | ParamNames<`/${Rest}`>
  : P extends `${string}:${infer N}`
    ? N
    : never;

/** The path's parts by name, as strings (or as `params` infers them). */
export type ParamsOf<R extends RouteRecord> = R['params'] extends z.ZodObject
  ? z.output<R['params']>
  : { [N in ParamNames<R['path']>]: string };
/** What the caller may put in the query string. */
export type QueryOf<R extends RouteRecord> = R['query'] extends z.ZodObject ? z.input<R['query']> : Record<string, never>;
/** The query as the handler sees it: defaults filled, numbers coerced. */
export type ParsedQueryOf<R extends RouteRecord> = R['query'] extends z.ZodObject ? z.output<R['query']> : Record<string, never>;
/** What the caller sends as the body. */
export type RequestOf<R extends RouteRecord> = R['request'] extends z.ZodType ? z.input<R['request']> : undefined;
/** The body as the handler sees it. */
export type ParsedRequestOf<R extends RouteRecord> = R['request'] extends z.ZodType ? z.output<R['request']> : undefined;
/** What the endpoint answers. */
export type ResponseOf<R extends RouteRecord> = R['response'] extends z.ZodType ? z.output<R['response']> : void;
