import type { ParamsOf, QueryOf, RequestOf, ResponseOf, RouteRecord } from '@parvis/shared/contracts/route.ts';

/** What the browser knows of a route: the build reduces every contract to this, so no zod is shipped. */
export type RouteAddress = Pick<RouteRecord, 'method' | 'path'> & { readonly upload?: unknown };

/** A call with its types gone: what a transport carries. */
export interface RawCall {
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
  /** Upload routes: sent as X-File-Name, so that the town sees how the file was called. */
  readonly fileName?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Upload routes: from 0 to 1 while the file is sent. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** Carries a call: over HTTP in the browser, in process on the server. @throws Problem */
export type Transport = (route: RouteAddress, call: RawCall) => Promise<unknown>;

type Has<K extends string, T> = [keyof T] extends [never] ? { readonly [P in K]?: undefined } : { readonly [P in K]: T };
type BodyOf<R extends RouteRecord> = R extends { readonly upload: object }
  ? { readonly body: Blob; readonly fileName?: string; readonly onProgress?: (share: number) => void }
  : RequestOf<R> extends undefined
    ? { readonly body?: undefined }
    : { readonly body: RequestOf<R> };

/** What a route's caller must and may give; inferred from its contract. */
export type CallInput<R extends RouteRecord> = Has<'params', ParamsOf<R>> & { readonly query?: Partial<QueryOf<R>> } & BodyOf<R> & {
    readonly signal?: AbortSignal;
  };

let carry: Transport = () => Promise.reject(new Error('No transport: the entry of this build sets one.'));

/** Called once by the browser's and the server's entry. */
export function setTransport(transport: Transport): void {
  carry = transport;
}

/**
 * Calls the API as the reader of the page. The same line works in the browser and while a page is rendered on the server.
 * @throws Problem with the API's status, code and sentences; code `offline` when no answer came
 */
export function call<const R extends RouteRecord>(
  route: R,
  ...[input]: object extends CallInput<R> ? [CallInput<R>?] : [CallInput<R>]
): Promise<ResponseOf<R>> {
  return carry(route, (input ?? {}) as RawCall) as Promise<ResponseOf<R>>;
}

/** The path with its `:name` parts filled, and the query string; undefined and null values are left out, lists repeat. */
export function addressOf(route: RouteAddress, { params = {}, query = {} }: RawCall): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = queryString(query);
  return search ? `${path}?${search}` : path;
}

/** A query string in the order of `query`'s keys. */
function queryString(query: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== null) search.append(name, String(one));
  }
  return search.toString();
}
