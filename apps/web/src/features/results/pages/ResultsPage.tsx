import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '../../../platform/router/router.tsx';
import { loadPart, loadScreens } from '../../../activities/screens.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Moved, definePage, type Place } from '../../../platform/page.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Meta, PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ShareButton } from '../../../ui/ShareButton.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { territoryQuery } from '../../town/queries.ts';
import { consultationQuery } from '../../consultations/queries.ts';
import { ActivityFigures } from '../components/ActivityFigures.tsx';
import { AnswerFigures } from '../components/AnswerFigures.tsx';
import { Headline } from '../components/Headline.tsx';
import { ModerationFigures } from '../components/ModerationFigures.tsx';
import { OpinionFigures } from '../components/OpinionFigures.tsx';
import { PeopleFigures } from '../components/PeopleFigures.tsx';
import { TimeFigures } from '../components/TimeFigures.tsx';
import fr from '../messages/fr.json';
import { resultsQuery } from '../queries.ts';
import styles from '../results.module.css';

const t = messagesOf(fr);
const slugOf = ({ params }: Pick<Place, 'params'>): string => params['slug'] ?? '';

/** What a consultation came to: each picture with the numbers behind it, and the way to count them again. */
function ResultsPage() {
  const { slug = '' } = useParams();
  const { data: results } = useSuspenseQuery(resultsQuery(slug));
  const { data: consultation } = useSuspenseQuery(consultationQuery(slug));
  const { data: town } = useSuspenseQuery(territoryQuery);
  const { title } = results.consultation;
  const here = `${addresses.consultations}/${results.consultation.slug}`;
  const hasOpinions = results.imported.length > 0 || results.stances.for + results.stances.against + results.stances.neutral > 0;
  const isEmpty = results.timeline.length === 0;
  return (
    <Wrap className={styles.page}>
      <Crumbs
        crumbs={[
          { label: t('crumb.consultations'), to: addresses.consultations },
          { label: <TownWords>{title}</TownWords>, to: here },
          { label: t('title') },
        ]}
      />
      <Stack gap={6}>
        <PageTitle
          lead={t.rich('lead', { title: <TownWords>{title}</TownWords> })}
          actions={<ShareButton title={`${t('title')} – ${title}`} />}
          meta={
            <Meta>
              <span>
                {t('counted')} <DateText date={results.countedAt} form="time" />
              </span>
              {results.consultation.state === 'published' && (
                <span>{t(consultation.stage === 'finished' ? 'provisional.finished' : 'provisional')}</span>
              )}
            </Meta>
          }
        >
          {t('title')}
        </PageTitle>
        {isEmpty ? (
          <EmptyState icon="hall" title={t('empty')}>
            {t('empty.detail')}
          </EmptyState>
        ) : (
          <>
            <Headline results={results} />
            <Section title={t('section.people')}>
              <PeopleFigures results={results} />
            </Section>
            <Section title={t('section.time')}>
              <TimeFigures results={results} />
            </Section>
            {results.activities
              .filter((one) => one.contributions > 0)
              .map((activity) => (
                <Section
                  key={activity.id}
                  title={<TownWords>{activity.title}</TownWords>}
                  link={{ to: `${here}/${activity.slug}`, label: t('activity.all') }}
                >
                  <ActivityFigures
                    activity={activity}
                    consultation={results.consultation}
                    outline={consultation.territory ?? town.territory}
                  />
                </Section>
              ))}
            {hasOpinions && (
              <Section title={t('section.opinions')}>
                <OpinionFigures results={results} />
              </Section>
            )}
            <Section title={t('section.answers')} link={{ to: `${here}/reponses`, label: t('answers.all') }}>
              <AnswerFigures results={results} here={here} />
            </Section>
            {results.moderation.decisions > 0 && (
              <Section title={t('section.moderation')} link={{ to: addresses.moderationRegister, label: t('moderation.all') }}>
                <ModerationFigures figures={results.moderation} />
              </Section>
            )}
          </>
        )}
        <Section title={t('recount.title')} link={{ to: `${here}/donnees`, label: t('recount.data') }}>
          <Stack gap={4}>
            <p className={styles.note}>{t('recount.why')}</p>
            <ol className={styles.steps}>
              <li>{t.rich('recount.step1', { data: (words) => <Link to={`${here}/donnees`}>{words}</Link> })}</li>
              <li>{t('recount.step2')}</li>
              <li>{t('recount.step3')}</li>
            </ol>
          </Stack>
        </Section>
      </Stack>
    </Wrap>
  );
}

export default definePage({
  load: async (place) => {
    const consultation = await place.fetch(consultationQuery(slugOf(place)));
    if (consultation.slug !== slugOf(place)) throw new Moved(`${addresses.consultations}/${consultation.slug}/resultats`);
    place.include(await loadScreens(consultation.activities.map((activity) => activity.kind)));
    await loadPart(
      consultation.activities.map((activity) => activity.kind),
      'Result',
    );
    return [resultsQuery(slugOf(place)), territoryQuery];
  },
  head: (place) => {
    const { consultation, people, totals } = place.read(resultsQuery(slugOf(place)));
    const { id, visibility, isPreview } = place.read(consultationQuery(slugOf(place)));
    const count = people.email + people.post + people.register + people.identityProvider + people.paper;
    return {
      title: `${t('title')} – ${consultation.title}`,
      description: t('description', { count, contributions: totals.contributions }),
      unlisted: visibility === 'invited' || isPreview,
      draftOf: isPreview ? id : null,
    };
  },
  Page: ResultsPage,
});
