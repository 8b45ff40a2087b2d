import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from '../../../platform/router/router.tsx';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Card, cardLink } from '../../../ui/Card.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Meta, PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Row, Stack } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { Figures } from '../components/Figures.tsx';
import { NewImport } from '../components/NewImport.tsx';
import { StateChip } from '../components/StateChip.tsx';
import fr from '../messages/fr.json';
import { importsQuery, placesQuery } from '../queries.ts';

const t = messagesOf(fr);

function ImportsPage() {
  const imports = useSuspenseInfiniteQuery(importsQuery);
  const items = imports.data.pages.flatMap((page) => page.items);
  return (
    <Wrap width="work">
      <Crumbs crumbs={[{ label: t('crumb.admin'), to: addresses.administration }, { label: t('title') }]} />
      <Stack gap={6}>
        <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
        {items.length > 0 && (
          <Section title={t('list.title')}>
            <Stack as="ul" gap={3}>
              {items.map((one) => (
                <Card as="li" key={one.id} linked>
                  <Row spread align="start">
                    <h3>
                      <Link className={cardLink} to={`/admin/imports/${one.id}`}>
                        {one.fileName}
                      </Link>
                    </h3>
                    <StateChip state={one.state} />
                  </Row>
                  <Meta>
                    <span>
                      <TownWords>{one.activity.title}</TownWords>
                    </span>
                    <span>{t('source', { source: one.source })}</span>
                    <DateText date={one.startedAt} form="long" />
                  </Meta>
                  <Figures shown={one} />
                </Card>
              ))}
            </Stack>
            <LoadMore
              more={imports.hasNextPage}
              onMore={() => void imports.fetchNextPage()}
              loading={imports.isFetchingNextPage}
              problem={imports.error}
            />
          </Section>
        )}
        <Section title={t('new.title')} lead={t('new.lead')}>
          <NewImport />
        </Section>
      </Stack>
    </Wrap>
  );
}

export default definePage({
  needs: ['administrator'],
  load: () => [importsQuery, placesQuery],
  head: () => ({ title: t('title'), unlisted: true }),
  Page: ImportsPage,
});
