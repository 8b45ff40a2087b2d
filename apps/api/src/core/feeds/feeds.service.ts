import { Inject, Injectable } from '@nestjs/common';
import { Feed } from 'feed';
import { PublicDatabase } from '../../platform/database/index.ts';
import { RouteNotFound, type Town } from '../../platform/http/index.ts';
import { say, type Language } from '../../platform/messages/index.ts';
import { readNews, readTitle, type FeedRow } from './feeds.queries.ts';

/** What is new, as an Atom feed (RFC 4287). The town is the author of the feed: people's names stay on the pages. */
@Injectable()
export class FeedsService {
  constructor(@Inject(PublicDatabase) private readonly publicDb: PublicDatabase) {}

  /** @param slug of a consultation, or null for the town's feed. @throws RouteNotFound where no public consultation has it */
  async atom(town: Town, language: Language, slug: string | null): Promise<string> {
    const title = slug === null ? null : await readTitle(this.publicDb, town.id, slug);
    if (slug !== null && title === null) throw new RouteNotFound();
    const rows = await readNews(this.publicDb, town.id, slug);
    const home = `${town.origin}${town.base}/${language}`;
    const page = slug === null ? `${home}/consultations` : `${home}/consultations/${slug}`;
    const feed = new Feed({
      id: page,
      link: page,
      title: title === null ? say(language, 'feeds.town', { town: town.name }) : title,
      description: say(language, 'feeds.description', { town: town.name }),
      language,
      copyright: 'Licence Ouverte 2.0',
      author: { name: town.name },
      feedLinks: { atom: `${page}.atom` },
      updated: new Date(rows[0]?.at ?? 0),
      generator: 'Parvis',
    });
    for (const row of rows)
      feed.addItem({
        id: `urn:uuid:${row.id}`,
        title: titleOf(row, language),
        link: `${home}${row.path}`,
        description: inXml(row.text),
        date: new Date(row.at),
        published: new Date(row.at),
      });
    return feed.atom1();
  }
}

function titleOf({ what, title }: FeedRow, language: Language): string {
  return inXml(say(language, `feeds.${what}`, { title }));
}

/** Without what XML 1.0 cannot hold; it escapes the rest itself. */
function inXml(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replaceAll(']]>', ']] >');
}
