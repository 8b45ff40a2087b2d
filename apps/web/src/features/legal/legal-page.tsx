import { useSuspenseQuery } from '@tanstack/react-query';
import { useQueryString } from '../../platform/router/router.tsx';
import type { LegalPage } from '@parvis/shared/rules/words.ts';
import { addresses } from '../../platform/addresses.ts';
import { definePage, type PageModule } from '../../platform/page.ts';
import { TownWords } from '../../platform/town-words.tsx';
import { RichText } from '../../ui/rich/RichText.tsx';
import { LegalSheet } from './components/LegalSheet.tsx';
import { legalPageQuery, versionOf } from './queries.ts';

/** The page of one legal page: its present version, or the one that `?version=` names. */
export function legalPage(page: LegalPage): PageModule {
  function Page() {
    const search = useQueryString();
    const { data } = useSuspenseQuery(legalPageQuery(page, versionOf(search)));
    return (
      <LegalSheet
        title={<TownWords lang={data.language}>{data.title}</TownWords>}
        version={data.version}
        publishedAt={data.publishedAt}
        versions={data.versions}
      >
        <RichText html={data.html} lang={data.language} />
      </LegalSheet>
    );
  }
  return definePage({
    load: ({ query }) => [legalPageQuery(page, versionOf(query))],
    head: ({ read, query }) => ({
      title: read(legalPageQuery(page, versionOf(query))).title,
      canonical: addresses.footer(page),
      unlisted: versionOf(query) !== null,
    }),
    Page,
  });
}
