import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { LOGGER, type Logger } from '../log/index.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { NotReadable, RouteNotFound, TooLarge } from './errors.ts';
import { refusalOf } from './problem.ts';
import { sendProblem } from './problem-page.ts';
import { NotModified } from './reply.ts';

/** For what Nest serves itself (pages, health) and for addresses that nobody serves. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerThrown(this.logger, thrown, http.getRequest<PreparedRequest>(), http.getResponse<Response>());
  }
}

/** Makes a problem document of whatever was thrown; what nobody foresaw is a 500, logged once with the request's id. */
export function answerThrown(logger: Logger, thrown: unknown, request: PreparedRequest, response: Response): void {
  if (thrown instanceof NotModified) {
    for (const [name, value] of request.call?.reply.headers ?? []) response.setHeader(name, value);
    response.status(304).end();
    return;
  }
  const refusal = refusalOf(thrown instanceof HttpException ? known(thrown) : thrown);
  if (refusal.status >= 500) logger.error({ requestId: request.context.requestId, code: refusal.code, err: thrown }, 'request failed');
  if (response.headersSent) {
    response.destroy();
    return;
  }
  sendProblem(request, response, request.context, refusal);
}

function known(exception: HttpException): unknown {
  const status = exception.getStatus();
  return status === 404 ? new RouteNotFound() : status === 400 ? new NotReadable() : status === 413 ? new TooLarge() : exception;
}
