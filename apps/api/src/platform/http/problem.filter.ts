import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { LOGGER, type Logger } from '../log/index.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { NotReadable, RouteNotFound, TooLarge } from './errors.ts';
import { refusalOf, toProblem } from './problem.ts';
import { NotModified } from './reply.ts';

/** Makes a problem document of whatever was thrown; what nobody foresaw is a 500, logged once with the request's id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<PreparedRequest>();
    const response = http.getResponse<Response>();
    if (thrown instanceof NotModified) {
      for (const [name, value] of request.call?.reply.headers ?? []) response.setHeader(name, value);
      response.status(304).end();
      return;
    }
    const refusal = refusalOf(thrown instanceof HttpException ? known(thrown) : thrown);
    const { requestId, language } = request.context;
    if (refusal.status >= 500) this.logger.error({ requestId, code: refusal.code, err: thrown }, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (refusal.retryAfterSeconds !== undefined) response.setHeader('retry-after', String(refusal.retryAfterSeconds));
    if (refusal.status === 413) response.setHeader('connection', 'close');
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-language', language);
    response.status(refusal.status).type('application/problem+json').send(JSON.stringify(toProblem(refusal, language, requestId)));
  }
}

function known(exception: HttpException): unknown {
  const status = exception.getStatus();
  return status === 404 ? new RouteNotFound() : status === 400 ? new NotReadable() : status === 413 ? new TooLarge() : exception;
}
