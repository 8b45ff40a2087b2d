import { useSuspenseQuery } from '@tanstack/react-query';
import { useQueryString } from '../../platform/router/router.tsx';
import type { LegalPage } from '@parvis/shared/rules/words.ts';
import { addresses } from '../../platform/addresses.ts';
import { LANG } from '../../platform/lang.ts';
import { definePage, type PageModule } from '../../platform/page.ts';
import { RichText } from '../../ui/rich/RichText.tsx';
import { LegalSheet } from './components/LegalSheet.tsx';
import { legalPageQuery, versionOf } from './queries.ts';

/** The page of one legal page: its present version, or the one that `?version=` names. */
export function legalPage(page: LegalPage): PageModule {
  function Page() {
    const search = useQueryString();
    const { data } = useSuspenseQuery(legalPageQuery(page, versionOf(search)));
    return (
      <LegalSheet title={data.title} version={data.version} publishedAt={data.publishedAt} versions={data.versions}>
        <RichText html={data.html} {...(data.language !== LANG && { lang: data.language })} />
      </LegalSheet>
    );
  }
  return definePage({
    load: ({ query }) => [legalPageQuery(page, versionOf(query))],
    head: ({ read, query }) => ({ title: read(legalPageQuery(page, versionOf(query))).title, canonical: addresses.footer(page), unlisted: versionOf(query) !== null }),
    Page,
  });
}
