import type { NextFunction, Request, Response } from 'express';
import { chooseLanguage, say, type Language } from '../../platform/messages/index.ts';
import type { Health, Check } from './health.ts';

/**
 * Answers /health and /ready before a town is looked for, so that they speak without a database too. /health says that the process
 * lives, always 200; /ready is 503 while the process should get no requests. Both say why in words, or as JSON to whoever asks for it.
 */
export function healthMiddleware(health: Health, role: string) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const path = request.url.split('?')[0];
    if ((path !== '/health' && path !== '/ready') || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    const checks = await health.check();
    const isReady = checks.every((one) => one.state !== 'failing');
    const language = chooseLanguage(request.headers['accept-language']);
    response.setHeader('cache-control', 'no-store');
    response.status(path === '/ready' && !isReady ? 503 : 200);
    if (path === '/ready' && !isReady) response.setHeader('retry-after', '5');
    const lines = checks.map((one) => ({ name: one.name, state: one.state, words: wordsOf(language, one) }));
    if (request.headers.accept?.includes('application/json'))
      response.type('application/json').send(JSON.stringify({ ready: isReady, role, checks: lines }));
    else
      response
        .type('text/plain; charset=utf-8')
        .send(
          [
            say(language, `health.${isReady ? 'ready' : 'notReady'}`),
            ...lines.map((one) => `${say(language, `health.state.${one.state}`)} ${one.words}`),
            '',
          ].join('\n'),
        );
  };
}

function wordsOf(language: Language, { name, state, values }: Check): string {
  return say(language, `health.${name}.${state}`, values);
}
