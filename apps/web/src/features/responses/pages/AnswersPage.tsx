import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams, useQueryString } from '../../../platform/router/router.tsx';
import { answerStatuses, type AnswerStatus } from '@parvis/shared/rules/words.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage, type Place } from '../../../platform/page.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { statusWords } from '../../contributions/components/StatusChip.tsx';
import { AnswerClock } from '../components/AnswerClock.tsx';
import { OfficialResponse } from '../components/OfficialResponse.tsx';
import { SubjectList } from '../components/SubjectList.tsx';
import { consultationQuery } from '../../consultations/queries.ts';
import fr from '../messages/fr.json';
import { answerClockQuery, answersQuery } from '../queries.ts';

const t = messagesOf(fr);

function statusIn(query: URLSearchParams): AnswerStatus | undefined {
  return answerStatuses.find((one) => one === query.get('statut'));
}

const slugOf = ({ params }: Pick<Place, 'params'>): string => params['slug'] ?? '';

function AnswersPage() {
  const { slug = '' } = useParams();
  const search = useQueryString();
  const status = statusIn(search);
  const { data: consultation } = useSuspenseQuery(consultationQuery(slug));
  const { data: clock } = useSuspenseQuery(answerClockQuery(consultation.id));
  const answers = useSuspenseInfiniteQuery(answersQuery(consultation.id, status));
  const items = answers.data.pages.flatMap((page) => page.items);
  const here = `${addresses.consultations}/${consultation.slug}`;
  const statuses = answerStatuses.filter((one) => (clock.byStatus[one] ?? 0) > 0);
  return (
    <Wrap width="read">
      <Crumbs
        crumbs={[
          { label: t('crumb.consultations'), to: addresses.consultations },
          { label: <TownWords>{consultation.title}</TownWords>, to: here },
          { label: t('crumb.responses') },
        ]}
      />
      <Stack gap={6}>
        <PageTitle lead={t.rich('answers.lead', { title: <TownWords>{consultation.title}</TownWords> })}>{t('answers.title')}</PageTitle>
        <AnswerClock clock={clock} awaited={`${here}/reponses/attendues`} />
        {statuses.length > 1 && (
          <Tabs
            look="chips"
            label={t('answers.filter')}
            tabs={[
              { to: `${here}/reponses`, label: t('answers.all'), current: !status },
              ...statuses.map((one) => ({
                to: `${here}/reponses?statut=${one}`,
                label: statusWords(one),
                current: status === one,
                count: clock.byStatus[one] ?? 0,
              })),
            ]}
          />
        )}
        {items.map((item) => (
          <OfficialResponse key={item.id} response={item}>
            {item.subjects.length > 0 && <SubjectList title={t('answers.said')} subjects={item.subjects} count={item.subjectCount} />}
          </OfficialResponse>
        ))}
        {items.length === 0 &&
          (status ? (
            <EmptyState title={t('answers.none.status')} action={<Link to={`${here}/reponses`}>{t('answers.all')}</Link>} />
          ) : (
            <EmptyState icon="hall" title={t('answers.empty')}>
              {t('answers.empty.detail', { days: clock.delayDays })}
            </EmptyState>
          ))}
        <LoadMore
          more={answers.hasNextPage}
          onMore={() => void answers.fetchNextPage()}
          loading={answers.isFetchingNextPage}
          problem={answers.error}
        />
      </Stack>
    </Wrap>
  );
}

export default definePage({
  load: async (place) => {
    const consultation = await place.fetch(consultationQuery(slugOf(place)));
    return [answerClockQuery(consultation.id), answersQuery(consultation.id, statusIn(place.query))];
  },
  head: (place) => {
    const { id, title, visibility, isPreview } = place.read(consultationQuery(slugOf(place)));
    return {
      title: `${t('answers.title')} – ${title}`,
      description: t('answers.lead', { title }),
      unlisted: isPreview || visibility === 'invited',
      draftOf: isPreview ? id : null,
    };
  },
  Page: AnswersPage,
});
