import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '../../../platform/router/router.tsx';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Card, cardLink } from '../../../ui/Card.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Meta, PageTitle } from '../../../ui/PageTitle.tsx';
import { Row, Stack } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { AuthorName } from '../../contributions/components/AuthorName.tsx';
import { StatusChip } from '../../contributions/components/StatusChip.tsx';
import { consultationQuery } from '../../consultations/queries.ts';
import fr from '../messages/fr.json';
import { awaitedQuery } from '../queries.ts';
import styles from './AwaitedPage.module.css';

const t = messagesOf(fr);

function AwaitedPage() {
  const { slug = '' } = useParams();
  const { data: consultation } = useSuspenseQuery(consultationQuery(slug));
  const awaited = useSuspenseInfiniteQuery(awaitedQuery(consultation.id));
  const items = awaited.data.pages.flatMap((page) => page.items);
  const here = `${addresses.consultations}/${consultation.slug}`;
  return (
    <Wrap width="read">
      <Crumbs
        crumbs={[
          { label: t('crumb.consultations'), to: addresses.consultations },
          { label: <TownWords>{consultation.title}</TownWords>, to: here },
          { label: t('crumb.responses'), to: `${here}/reponses` },
          { label: t('awaited.crumb') },
        ]}
      />
      <Stack gap={5}>
        <PageTitle lead={t('awaited.lead')}>{t('awaited.title')}</PageTitle>
        {items.length === 0 && (
          <EmptyState icon="check" title={t('awaited.empty')}>
            {t('awaited.empty.detail')}
          </EmptyState>
        )}
        <ul className={styles.list}>
          {items.map((item) => (
            <Card as="li" key={item.id} linked className={styles.item}>
              <Row gap={2}>
                {item.isLate && (
                  <Chip tone="no" icon="clock">
                    {t('awaited.late')}
                  </Chip>
                )}
                <StatusChip status={item.states.status} />
              </Row>
              <h2 className={styles.title}>
                <Link className={cardLink} to={item.path}>
                  <TownWords>{item.title}</TownWords>
                </Link>
              </h2>
              <Meta>
                <AuthorName author={item.author} />
                <span>{t('awaited.supports', { count: item.supports })}</span>
                <span>
                  {t(item.isLate ? 'awaited.was-due' : 'awaited.due')} <DateText date={item.dueAt} end />
                </span>
              </Meta>
            </Card>
          ))}
        </ul>
        <LoadMore
          more={awaited.hasNextPage}
          onMore={() => void awaited.fetchNextPage()}
          loading={awaited.isFetchingNextPage}
          problem={awaited.error}
        />
      </Stack>
    </Wrap>
  );
}

export default definePage({
  load: async ({ params, fetch }) => [awaitedQuery((await fetch(consultationQuery(params['slug'] ?? ''))).id)],
  head: ({ params, read }) => {
    const { id, title, visibility, isPreview } = read(consultationQuery(params['slug'] ?? ''));
    return {
      title: `${t('awaited.title')} – ${title}`,
      description: t('awaited.lead'),
      unlisted: isPreview || visibility === 'invited',
      draftOf: isPreview ? id : null,
    };
  },
  Page: AwaitedPage,
});
