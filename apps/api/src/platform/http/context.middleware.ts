import { randomInt, randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { parseCookie } from 'cookie';
import proxyAddr from 'proxy-addr';
import type { Config } from '../config/index.ts';
import type { Logger } from '../log/index.ts';
import { chooseLanguage, languages } from '../messages/index.ts';
import { clientNetwork } from './client-network.ts';
import { previewCookie, sessionCookie, setupCookie, visitorCookie } from './cookies.ts';
import type { RequestContext, Town } from './context.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { refusalOf } from './problem.ts';
import { sendProblem } from './problem-page.ts';
import type { TownSource } from './sources.ts';

/**
 * Gives each request its id, town, language and visitor seed, strips `/t/<slug>` from its address, and logs one line when it ends.
 * A request whose town cannot be looked up (no database) is answered 503 here.
 */
export function contextMiddleware(config: Config, towns: TownSource, logger: Logger) {
  const trust = proxyAddr.compile([...config.trustedProxies]);
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const started = process.hrtime.bigint();
    const requestId = randomUUID();
    const prepared = request as unknown as PreparedRequest;
    response.setHeader('x-request-id', requestId);
    const address = splitAddress(request.url);
    const cookies = parseCookie(request.headers.cookie ?? '');
    const seed = Number(cookies[visitorCookie]);
    const first = languages.find((one) => address.path === `/${one}` || address.path.startsWith(`/${one}/`));
    const bare: RequestContext = {
      requestId,
      town: null,
      prefix: address.slug === null ? '' : `/t/${address.slug}`,
      path: address.path,
      language: first ?? chooseLanguage(request.headers['accept-language']),
      ip: clientNetwork(proxyAddr(request, trust)),
      sessionToken: cookies[sessionCookie] ?? null,
      setupToken: cookies[setupCookie] ?? null,
      previewToken:
        request.method === 'GET' || request.method === 'HEAD' ? (previewOf(address.url) ?? cookies[previewCookie] ?? null) : null,
      visitorSeed: Number.isInteger(seed) && seed > 0 && seed <= 0x7fffffff ? seed : randomInt(1, 0x7fffffff),
    };
    prepared.context = bare;
    response.on('finish', () => {
      const ms = Number((process.hrtime.bigint() - started) / 1000n) / 1000;
      logger.info(
        {
          requestId,
          method: request.method,
          status: response.statusCode,
          ms,
          town: prepared.context.town?.slug,
          route: routePattern(request),
        },
        'request',
      );
    });
    try {
      prepared.context = { ...bare, town: await findTown(towns, address.slug, request.headers.host) };
      request.url = address.url;
      next();
    } catch (error) {
      const refusal = refusalOf(error);
      logger.error({ requestId, code: refusal.code, err: error }, 'request failed');
      sendProblem(request, response, bare, refusal);
    }
  };
}

/** The secret in the address of a preview link. */
function previewOf(url: string): string | null {
  return /[?&]apercu=([A-Za-z0-9_-]{20,64})(?=&|$)/.exec(url)?.[1] ?? null;
}

function splitAddress(url: string): { slug: string | null; path: string; url: string } {
  const found = /^\/t\/([a-z0-9-]+)(?=\/|\?|$)(.*)$/s.exec(url);
  const rest = found ? found[2]! : url;
  const stripped = rest.startsWith('/') ? rest : `/${rest}`;
  return { slug: found?.[1] ?? null, path: stripped.split('?')[0]!, url: stripped };
}

/** A town's own host serves that town alone, whatever prefix is asked for: nothing of another town is below its address. */
async function findTown(towns: TownSource, slug: string | null, hostHeader: string | undefined): Promise<Town | null> {
  const host = (hostHeader ?? '').toLowerCase().replace(/:\d+$/, '');
  const atHost = await towns.byHost(host);
  if (slug) return atHost && atHost.slug !== slug ? null : towns.bySlug(slug);
  return atHost ?? towns.only();
}

/** The pattern that served the request: an address as typed could hold a name. */
function routePattern(request: Request): string | undefined {
  const route = request.route as { path?: string } | undefined;
  return route?.path;
}
