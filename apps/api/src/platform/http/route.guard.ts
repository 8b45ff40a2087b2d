import { Inject, Injectable, type CallHandler, type CanActivate, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { from, switchMap, type Observable } from 'rxjs';
import { Pipeline } from './pipeline.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { routeOf } from './route.decorator.ts';

/** Prepares the call of every `@Route` handler; handlers without a record (health, pages) pass. */
@Injectable()
export class RouteGuard implements CanActivate {
  constructor(@Inject(Pipeline) private readonly pipeline: Pipeline) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const record = routeOf(context.getHandler() as never);
    if (!record) return true;
    const request = context.switchToHttp().getRequest<PreparedRequest & { query: Record<string, unknown> }>();
    request.call = await this.pipeline.prepare(record, request, request.query);
    return true;
  }
}

/** Strips the answer and writes what the handler said about it. */
@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  constructor(@Inject(Pipeline) private readonly pipeline: Pipeline) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const record = routeOf(context.getHandler() as never);
    if (!record) return next.handle();
    const http = context.switchToHttp();
    const { call } = http.getRequest<PreparedRequest>();
    const response = http.getResponse<Response>();
    return next.handle().pipe(switchMap((answer: unknown) => from(Promise.resolve(this.pipeline.strip(record, answer)).then((body) => {
      const { reply } = call!;
      response.setHeader('cache-control', 'private, no-store');
      for (const [name, value] of reply.headers) response.setHeader(name, value);
      if (reply.headers.has('etag') && !reply.headers.has('cache-control')) response.setHeader('cache-control', 'private, no-cache');
      if (reply.cookies.length > 0) response.setHeader('set-cookie', reply.cookies);
      if (!reply.headers.has('vary')) response.setHeader('vary', 'Cookie, Accept-Language');
      response.status(reply.status ?? (record.response || record.produces ? 200 : 204));
      if (record.produces && !reply.headers.has('content-type')) response.type(record.produces);
      return body;
    }))));
  }
}
