import { Inject, Injectable } from '@nestjs/common';
import { slugOf } from '@parvis/shared/rules/slug.ts';
import { PublicDatabase } from '../../platform/database/index.ts';
import { RouteNotFound, type Town } from '../../platform/http/index.ts';
import { readConsultationPages, readHighestNumber, readNumbered } from './feeds.queries.ts';

/** Numbers in one file, well under the protocol's 50,000 addresses in two languages. */
const numbersPerFile = 10_000;
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

interface Entry {
  readonly path: string;
  readonly changedAt?: string;
}

/** The town's public pages for search engines (sitemaps.org): an index, the pages, then contributions by ranges of their numbers. */
@Injectable()
export class SitemapService {
  constructor(@Inject(PublicDatabase) private readonly publicDb: PublicDatabase) {}

  async index(town: Town): Promise<string> {
    const files = Math.ceil((await readHighestNumber(this.publicDb, town.id)) / numbersPerFile);
    const names = ['pages', ...Array.from({ length: files }, (_, at) => String(at + 1))];
    return `${head}<sitemapindex ${space}>\n${names.map((name) => `<sitemap><loc>${town.origin}${town.base}/sitemap-${name}.xml</loc></sitemap>`).join('\n')}\n</sitemapindex>\n`;
  }

  /** @param name `pages`, or the number of a range from 1. @throws RouteNotFound for other names */
  async file(town: Town, name: string): Promise<string> {
    if (name === 'pages') return urlsOf(town, await this.pages(town));
    const range = /^[1-9]\d{0,4}$/.test(name) ? Number(name) : 0;
    if (range === 0) throw new RouteNotFound();
    const rows = await readNumbered(this.publicDb, town.id, (range - 1) * numbersPerFile + 1, range * numbersPerFile);
    return urlsOf(
      town,
      rows.map((row) => ({ path: `/p/${row.number}-${slugOf(row.title)}`, changedAt: row.updated_at })),
    );
  }

  private async pages(town: Town): Promise<Entry[]> {
    const consultations = await readConsultationPages(this.publicDb, town.id);
    return [
      ...['/', '/consultations', '/engagements', '/donnees', '/moderation/registre', '/regles-de-moderation'].map((path) => ({ path })),
      ...consultations.flatMap(({ slug, updated_at: changedAt, activities }) =>
        ['', ...activities.map((one) => `/${one}`), '/reponses', '/resultats', '/donnees', '/historique'].map((end) => ({
          path: `/consultations/${slug}${end}`,
          changedAt,
        })),
      ),
    ];
  }
}

function urlsOf(town: Town, entries: readonly Entry[]): string {
  const urls = entries.flatMap(({ path, changedAt }) =>
    town.languages.map(
      (language) =>
        `<url><loc>${town.origin}${town.base}/${language}${path}</loc>${changedAt ? `<lastmod>${changedAt.slice(0, 10)}</lastmod>` : ''}</url>`,
    ),
  );
  return `${head}<urlset ${space}>\n${urls.join('\n')}\n</urlset>\n`;
}
