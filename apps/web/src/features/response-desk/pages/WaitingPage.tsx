import { useState } from 'react';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useQueryString } from '../../../platform/router/router.tsx';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Meta } from '../../../ui/PageTitle.tsx';
import { Row, Stack } from '../../../ui/Stack.tsx';
import { AuthorName } from '../../contributions/components/AuthorName.tsx';
import { AnswerClock } from '../../responses/components/AnswerClock.tsx';
import { answerClockQuery } from '../../responses/queries.ts';
import { DeskFrame } from '../components/DeskFrame.tsx';
import { consultationQuery } from '../../consultations/queries.ts';
import fr from '../messages/fr.json';
import { waitingQuery } from '../queries.ts';
import styles from './WaitingPage.module.css';

const t = messagesOf(fr);
const searchIn = (query: URLSearchParams): string => (query.get('recherche') ?? '').trim().slice(0, 100);

function WaitingPage() {
  const { slug = '' } = useParams();
  const query = useQueryString();
  const navigate = useNavigate();
  const search = searchIn(query);
  const { data: consultation } = useSuspenseQuery(consultationQuery(slug));
  const { data: clock } = useSuspenseQuery(answerClockQuery(consultation.id));
  const waiting = useSuspenseInfiniteQuery(waitingQuery(consultation.id, search));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const items = waiting.data.pages.flatMap((page) => page.items);
  const compose = `${addresses.responses}/${consultation.slug}/nouvelle`;
  const toggle = (id: string, isOn: boolean): void =>
    setChosen((all) => new Set(isOn ? [...all, id] : [...all].filter((one) => one !== id)));
  return (
    <DeskFrame consultation={consultation} tab="waiting">
      <AnswerClock clock={clock} />
      <Form
        warn={false}
        layout="row"
        onSubmit={(values) => navigate({ search: values.text('search') && `?recherche=${encodeURIComponent(values.text('search'))}` })}
      >
        <TextField name="search" type="search" label={t('waiting.search')} required defaultValue={search} />
        <Button type="submit" look="quiet">
          {t('waiting.search.do')}
        </Button>
      </Form>
      {items.length === 0 ? (
        <EmptyState icon="check" title={t('waiting.empty')}>
          {t('waiting.empty.detail')}
        </EmptyState>
      ) : (
        <Stack gap={4}>
          <p>{t('waiting.choose')}</p>
          <ul className={styles.list} aria-label={t('waiting.legend')}>
            {items.map((item) => (
              <Card as="li" key={item.id}>
                <label className={styles.choice}>
                  <input type="checkbox" checked={chosen.has(item.id)} onChange={(event) => toggle(item.id, event.target.checked)} />
                  <span className={styles.title}>
                    <TownWords>{item.title}</TownWords>
                  </span>
                </label>
                <p className={styles.excerpt}>
                  <TownWords>{item.excerpt}</TownWords>
                </p>
                <Row gap={2}>
                  {item.isLate && (
                    <Chip tone="no" icon="clock">
                      {t('waiting.late')}
                    </Chip>
                  )}
                  {item.preparedIn && (
                    <Link to={`${addresses.responses}/${consultation.slug}/preparees/${item.preparedIn}`}>{t('waiting.prepared')}</Link>
                  )}
                  <Meta>
                    <AuthorName author={item.author} />
                    <span>{t('waiting.facts', { count: item.supports })}</span>
                    <span>{t('waiting.comments', { count: item.comments })}</span>
                    <span>
                      {t('waiting.due')} <DateText date={item.dueAt} end />
                    </span>
                    <Link to={item.path}>N° {item.number}</Link>
                  </Meta>
                </Row>
              </Card>
            ))}
          </ul>
          <LoadMore
            more={waiting.hasNextPage}
            onMore={() => void waiting.fetchNextPage()}
            loading={waiting.isFetchingNextPage}
            problem={waiting.error}
          />
        </Stack>
      )}
      <Row className={styles.bar} align="start">
        <Button
          disabled={chosen.size === 0}
          reason={chosen.size === 0 ? t('waiting.none-chosen') : undefined}
          onClick={() => navigate(`${compose}?pour=${[...chosen].join(',')}`)}
        >
          {t('waiting.answer')}
          {chosen.size > 0 && ` (${chosen.size})`}
        </Button>
        {consultation.activities.map((activity) => (
          <LinkButton key={activity.id} look="quiet" to={`${compose}?demarche=${activity.id}`}>
            {t('waiting.answer-activity')}
            {consultation.activities.length > 1 && (
              <>
                {' '}
                – <TownWords>{activity.title}</TownWords>
              </>
            )}
          </LinkButton>
        ))}
      </Row>
    </DeskFrame>
  );
}

export default definePage({
  needs: ['official', 'administrator'],
  load: async ({ params, query, fetch }) => {
    const { id } = await fetch(consultationQuery(params['slug'] ?? ''));
    return [answerClockQuery(id), waitingQuery(id, searchIn(query))];
  },
  head: ({ params, read }) => ({ title: `${t('tabs.waiting')} – ${read(consultationQuery(params['slug'] ?? '')).title}`, unlisted: true }),
  Page: WaitingPage,
});
