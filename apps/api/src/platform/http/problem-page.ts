import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Response } from 'express';
import { escapeHtml } from '@parvis/shared/rules/escape-html.ts';
import type { Language } from '../messages/index.ts';
import { dismiss } from './body.ts';
import type { RequestContext } from './context.ts';
import type { DomainError } from './domain-error.ts';
import { toProblem } from './problem.ts';

const looks =
  'body{margin:0;font:1.125rem/1.6 system-ui,sans-serif;color:#1d2a2a;background:#faf8f3}main{max-width:36rem;margin:12vh auto;padding:0 1.5rem}h1{font-size:1.75rem;line-height:1.25}small{color:#5a6666}';
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(looks).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`;

/** Whether a browser asked for a page, so that it should get words and no JSON. */
function wantsPage({ method, headers }: IncomingMessage, { path }: RequestContext): boolean {
  return method === 'GET' && !path.startsWith('/api/') && (headers.accept ?? '').includes('text/html');
}

/** Answers a refusal as a problem document, or as a page of words that needs neither the site's build nor the database. */
export function sendProblem(request: IncomingMessage, response: Response, context: RequestContext, refusal: DomainError): void {
  const { language, requestId } = context;
  const problem = toProblem(refusal, language, requestId);
  if (refusal.retryAfterSeconds !== undefined) response.setHeader('retry-after', String(refusal.retryAfterSeconds));
  dismiss(request);
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-language', language);
  response.status(refusal.status);
  if (!wantsPage(request, context)) {
    response.type('application/problem+json').send(JSON.stringify(problem));
    return;
  }
  response.setHeader('content-security-policy', policy);
  response.type('text/html; charset=utf-8').send(pageOf(language, problem.title, problem.detail, requestId, refusal.retryAfterSeconds));
}

function pageOf(language: Language, title: string, detail: string, requestId: string, again: number | undefined): string {
  const refresh = again === undefined ? '' : `<meta http-equiv="refresh" content="${again}">`;
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">${refresh}<title>${escapeHtml(title)}</title><style>${looks}</style></head>` +
    `<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(detail)}</p><small>${requestId}</small></main></body></html>`
  );
}
