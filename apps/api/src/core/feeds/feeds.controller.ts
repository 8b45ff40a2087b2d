import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  MunicipalitySuspended,
  RouteNotFound,
  decodePath,
  refusalOf,
  toProblem,
  type PreparedRequest,
  type Town,
} from '../../platform/http/index.ts';
import { LOGGER, type Logger } from '../../platform/log/index.ts';
import { FeedsService } from './feeds.service.ts';
import { SitemapService } from './sitemap.service.ts';
import { TwinsService } from './twins.service.ts';

const keptSeconds = 60;
const hourSeconds = 3_600;
type PageRequest = PreparedRequest & { readonly query: Readonly<Record<string, unknown>> };

/** The public pages for machines: JSON beside each, Atom for what is new, sitemaps. Mounted before the pages themselves. */
@Controller()
export class FeedsController {
  constructor(
    @Inject(TwinsService) private readonly twins: TwinsService,
    @Inject(FeedsService) private readonly feeds: FeedsService,
    @Inject(SitemapService) private readonly sitemaps: SitemapService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get(['/fr/*rest.json', '/en/*rest.json'])
  async twin(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    await this.answer(request, response, 'application/json; charset=utf-8', keptSeconds, async (town) => {
      const { context } = request;
      if (!town.languages.includes(context.language)) throw new RouteNotFound();
      const path = decodePath(context.path.slice(`/${context.language}`.length, -'.json'.length));
      return JSON.stringify(await this.twins.read(context, path, request.query));
    });
  }

  @Get(['/fr/consultations.atom', '/en/consultations.atom', '/fr/consultations/:slug.atom', '/en/consultations/:slug.atom'])
  async atom(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    await this.answer(request, response, 'application/atom+xml; charset=utf-8', keptSeconds, (town) => {
      if (!town.languages.includes(request.context.language)) throw new RouteNotFound();
      return this.feeds.atom(town, request.context.language, request.params?.['slug'] ?? null);
    });
  }

  @Get('/sitemap.xml')
  async sitemap(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    await this.answer(request, response, 'application/xml; charset=utf-8', hourSeconds, (town) => this.sitemaps.index(town));
  }

  @Get('/sitemap-:name.xml')
  async sitemapFile(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    await this.answer(request, response, 'application/xml; charset=utf-8', hourSeconds, (town) =>
      this.sitemaps.file(town, request.params?.['name'] ?? ''),
    );
  }

  /** The same for every visitor, so shared caches keep it; a refusal is a problem document. */
  private async answer(
    { context, headers }: PageRequest,
    response: Response,
    type: string,
    seconds: number,
    make: (town: Town) => Promise<string>,
  ): Promise<void> {
    try {
      if (!context.town) throw new RouteNotFound();
      if (context.town.suspended) throw new MunicipalitySuspended();
      const body = await make(context.town);
      const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
      response.setHeader('cache-control', `public, max-age=${seconds}`);
      response.setHeader('vary', 'Accept-Encoding');
      response.setHeader('etag', etag);
      response.setHeader('access-control-allow-origin', '*'); // open to scripts of other sites: nothing here depends on a cookie
      response.setHeader('cross-origin-resource-policy', 'cross-origin');
      if (headers['if-none-match'] === etag) response.status(304).end();
      else response.status(200).setHeader('content-type', type).send(body);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.status >= 500)
        this.logger.error({ requestId: context.requestId, code: refusal.code, err: error }, 'page for machines failed');
      response.setHeader('cache-control', 'private, no-store');
      response
        .status(refusal.status)
        .type('application/problem+json')
        .send(JSON.stringify(toProblem(refusal, context.language, context.requestId)));
    }
  }
}
