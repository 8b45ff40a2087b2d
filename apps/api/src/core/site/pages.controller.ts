import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Response } from 'express';
import {
  RouteNotFound,
  cookieFor,
  decodePath,
  pagePolicy,
  previewCookie,
  visitorCookie,
  type PreparedRequest,
  type Town,
} from '../../platform/http/index.ts';
import { chooseLanguage } from '../../platform/messages/index.ts';
import { PagesService } from './pages.service.ts';
import { ShareService } from './share.service.ts';
import { SiteService } from './site.service.ts';
import { faviconSvg, themeCss } from './theme.ts';

const aYearSeconds = 31_536_000;

/** The town's pages as HTML, rendered with their data; and the small files that a page names. */
@Controller()
export class PagesController {
  constructor(
    @Inject(PagesService) private readonly pages: PagesService,
    @Inject(SiteService) private readonly sites: SiteService,
    @Inject(ShareService) private readonly shares: ShareService,
  ) {}

  /** The bare address leads to the reader's language. */
  @Get('/')
  root(@Req() request: PreparedRequest, @Res() response: Response): void {
    const { town } = request.context;
    response.setHeader('vary', 'Accept-Language');
    response.redirect(302, `${town?.base ?? ''}/${chooseLanguage(request.headers['accept-language'], town?.languages)}/`);
  }

  @Get(['/fr', '/fr/*rest', '/en', '/en/*rest'])
  async page(@Req() request: PreparedRequest & { readonly originalUrl: string }, @Res() response: Response): Promise<void> {
    const { context } = request;
    const { town, language } = context;
    if (town && !town.languages.includes(language)) throw new RouteNotFound();
    if (town && !isBelow(request.originalUrl, town.base)) {
      response.redirect(302, `${town.base}${request.originalUrl}`);
      return;
    }
    const [address = '', search = ''] = splitOnce(request.url ?? '');
    const path = decodePath(address.slice(`/${language}`.length)) || '/';
    const page = await this.pages.render(context, path, search);
    if (page.movedTo !== null) {
      response.setHeader('cache-control', 'public, max-age=300');
      response.redirect(301, `${town?.base ?? ''}/${language}${page.movedTo}`);
      return;
    }
    const previews = await this.pages.opensDraft(context);
    const isShared = page.sharedSeconds > 0 && !page.isSignedIn && !context.sessionToken && !previews;
    if (town && context.previewToken && previews) keepPreview(response, town, context.previewToken);
    response.setHeader('content-security-policy', pagePolicy);
    response.setHeader('content-language', language);
    response.setHeader('vary', 'Cookie, Accept-Encoding');
    response.setHeader('cache-control', isShared ? `public, max-age=${page.sharedSeconds}` : 'private, no-store');
    if (!isShared && town && !request.headers.cookie?.includes(`${visitorCookie}=`)) {
      response.append('set-cookie', cookieFor(town, visitorCookie, String(context.visitorSeed), aYearSeconds));
    }
    if (isShared) {
      const etag = `W/"${createHash('sha256').update(page.html).digest('base64url').slice(0, 22)}"`;
      response.setHeader('etag', etag);
      if (request.headers['if-none-match'] === etag) {
        response.status(304).end();
        return;
      }
    }
    if (page.status === 503) response.setHeader('retry-after', town?.suspended ? '3600' : '5');
    response.status(page.status).type('text/html; charset=utf-8').send(page.html);
  }

  @Get('/theme.css')
  theme(@Req() { context }: PreparedRequest, @Res() response: Response): void {
    keep(response)
      .type('text/css; charset=utf-8')
      .send(context.town ? themeCss(context.town.accent) : '');
  }

  @Get('/favicon.svg')
  favicon(@Req() { context }: PreparedRequest, @Res() response: Response): void {
    keep(response)
      .type('image/svg+xml')
      .send(faviconSvg(context.town?.accent ?? '#0c5a54'));
  }

  /** What shared links show of pages without a picture of their own. Nothing of a town that is suspended. */
  @Get('/share.png')
  async share(@Req() { context, url }: PreparedRequest, @Res() response: Response): Promise<void> {
    const { town } = context;
    if (!town || town.suspended) throw new RouteNotFound();
    const { png, version } = await this.shares.picture(context, town);
    const isNamed = new URLSearchParams(splitOnce(url ?? '')[1]).get('v') === version;
    response.setHeader('cache-control', isNamed ? 'public, max-age=31536000, immutable' : 'public, max-age=300');
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    response.type('image/png').send(png);
  }

  @Get('/site.webmanifest')
  async manifest(@Req() { context }: PreparedRequest, @Res() response: Response): Promise<void> {
    const { town, base } = await this.sites.siteFor(context, null);
    response.setHeader('cache-control', 'public, max-age=86400');
    response.type('application/manifest+json').send(
      JSON.stringify({
        name: town?.name ?? 'Parvis',
        short_name: town?.name ?? 'Parvis',
        lang: context.language,
        start_url: `${base}/`,
        scope: `${base}/`,
        display: 'browser',
        theme_color: town?.accent ?? '#0c5a54',
        background_color: '#faf8f3',
        icons: [{ src: `${base}/favicon.svg`, sizes: 'any', type: 'image/svg+xml' }],
      }),
    );
  }

  @Get('/robots.txt')
  robots(@Req() { context }: PreparedRequest, @Res() response: Response): void {
    response.setHeader('cache-control', 'public, max-age=86400');
    response
      .type('text/plain')
      .send(
        'User-agent: *\nAllow: /\nDisallow: /api/\nDisallow: /dev/\n' +
          (context.town ? `Sitemap: ${context.town.origin}${context.town.base}/sitemap.xml\n` : ''),
      );
  }

  /**
   * Any other address. One of a page, typed without a language as guides write it (/admin/commune), leads to the reader's; the rest gets the
   * designed page that says so. Below /api it stays a problem document.
   */
  @Get('/*rest')
  async elsewhere(@Req() request: PreparedRequest, @Res() response: Response): Promise<void> {
    const { context } = request;
    const { town } = context;
    if (context.path.startsWith('/api/')) throw new RouteNotFound();
    const page = await this.pages.render(context, context.path, '');
    if (town && page.status !== 404 && page.status < 500) {
      response.setHeader('vary', 'Accept-Language');
      response.redirect(302, `${town.base}/${chooseLanguage(request.headers['accept-language'], town.languages)}${request.url ?? '/'}`);
      return;
    }
    response.setHeader('content-security-policy', pagePolicy);
    response.setHeader('cache-control', 'private, no-store');
    response.status(page.status).type('text/html; charset=utf-8').send(page.html);
  }
}

/** The opened link goes on for the draft's other pages, half a day; no search engine lists what it shows. */
function keepPreview(response: Response, town: Town, token: string): void {
  response.append('set-cookie', cookieFor(town, previewCookie, token, 43_200));
  response.setHeader('x-robots-tag', 'noindex, nofollow');
}

function keep(response: Response): Response {
  response.setHeader('cache-control', 'public, max-age=31536000, immutable');
  response.setHeader('cross-origin-resource-policy', 'same-site');
  return response;
}

/** False where the installation's only town is reached without its prefix: its pages' links begin with it. */
function isBelow(address: string, base: string): boolean {
  return base === '' || address === base || address.startsWith(`${base}/`);
}

function splitOnce(url: string): [string, string] {
  const at = url.indexOf('?');
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at)];
}
