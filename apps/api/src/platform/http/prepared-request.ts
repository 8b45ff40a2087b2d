import type { IncomingMessage } from 'node:http';
import type { AnyCall } from './call.ts';
import type { RequestContext } from './context.ts';

/** An HTTP request on which the middleware left its context and the pipeline its call. */
export type PreparedRequest = IncomingMessage & { context: RequestContext; params?: Record<string, string>; call?: AnyCall };
