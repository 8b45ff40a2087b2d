import { Inject, Injectable, type HttpServer } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { RouteRecord } from '@parvis/shared/contracts/route.ts';
import { LOGGER, type Logger } from '../log/index.ts';
import { Pipeline } from './pipeline.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { answerThrown } from './problem.filter.ts';

type Answering = (request: PreparedRequest & Pick<Request, 'query'>, response: Response) => Promise<void>;

/** The way from the server to the pipeline, without Nest's guards, interceptors and observables: they cost a support a tenth of its time. */
@Injectable()
export class Routes {
  constructor(
    @Inject(Pipeline) private readonly pipeline: Pipeline,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Mounts every `@Route` handler below `/api`; called once, before the pages, which take what is left. A word goes before a parameter. */
  mount(adapter: HttpServer): void {
    this.pipeline.collect();
    for (const record of this.pipeline.records().sort(wordsFirst)) {
      adapter[methods[record.method]](`/api${record.path}`, this.answering(record, adapter));
    }
  }

  private answering(record: RouteRecord, adapter: HttpServer): Answering {
    return async (request, response) => {
      try {
        const call = await this.pipeline.prepare(record, request, request.query);
        request.call = call;
        const body = await this.pipeline.handle(record, call);
        const { status, headers, cookies } = call.reply;
        response.setHeader('cache-control', 'private, no-store');
        for (const [name, value] of headers) response.setHeader(name, value);
        if (headers.has('etag') && !headers.has('cache-control')) response.setHeader('cache-control', 'private, no-cache');
        if (cookies.length > 0) response.setHeader('set-cookie', cookies);
        if (!headers.has('vary')) response.setHeader('vary', 'Cookie, Accept-Language');
        response.status(status ?? (record.response || record.produces ? 200 : 204));
        if (record.produces && !headers.has('content-type')) response.type(record.produces);
        adapter.reply(response, body);
      } catch (thrown) {
        answerThrown(this.logger, thrown, request, response);
      }
    };
  }
}

const methods = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const satisfies Record<
  RouteRecord['method'],
  keyof HttpServer
>;

/** `/a/mine` before `/a/:id`. */
function wordsFirst(one: RouteRecord, other: RouteRecord): number {
  const shape = ({ path }: RouteRecord): string =>
    path
      .split('/')
      .map((part) => (part.startsWith(':') ? '1' : '0'))
      .join('');
  return shape(one).localeCompare(shape(other));
}
