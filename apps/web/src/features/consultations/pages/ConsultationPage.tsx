import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams, useQueryString } from '../../../platform/router/router.tsx';
import { loadScreens, screensOf } from '../../../activities/screens.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Moved, definePage, type PageQuery, type Place } from '../../../platform/page.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { BottomBar } from '../../../ui/BottomBar.tsx';
import { LinkButton } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { PlainText, RichText } from '../../../ui/rich/RichText.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ShareButton } from '../../../ui/ShareButton.tsx';
import { Row } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { answerClockQuery } from '../../responses/queries.ts';
import { ActCard, actsOf } from '../components/ActCard.tsx';
import { Cover } from '../components/Cover.tsx';
import { Documents } from '../components/Documents.tsx';
import { OpeningFacts } from '../components/OpeningFacts.tsx';
import { Participants } from '../components/Participants.tsx';
import { PhaseStrip } from '../components/PhaseStrip.tsx';
import { StageChip } from '../components/StageChip.tsx';
import { Steadiness } from '../components/Steadiness.tsx';
import { Territory } from '../components/Territory.tsx';
import fr from '../messages/fr.json';
import { consultationQuery } from '../queries.ts';
import styles from './ConsultationPage.module.css';

const t = messagesOf(fr);

const asked = ({ params, query }: Pick<Place, 'params' | 'query'>) => consultationQuery(params['slug'] ?? '', query.get('apercu'));

function ConsultationPage() {
  const { slug = '' } = useParams();
  const search = useQueryString();
  const { data: consultation } = useSuspenseQuery(consultationQuery(slug, search.get('apercu')));
  const here = `${addresses.consultations}/${consultation.slug}`;
  const { data: clock = null } = useQuery({ ...answerClockQuery(consultation.id), enabled: !consultation.isPreview });
  const { title, question, summary, bodyHtml, cover, documents, contact, activities, visibility, isPreview, allowed } = consultation;
  const acts = actsOf(consultation, here);
  const [main] = acts.filter((act) => !act.to.startsWith('#'));
  return (
    <>
      <Wrap>
        <Crumbs crumbs={[{ label: t('crumb.consultations'), to: addresses.consultations }, { label: <TownWords>{title}</TownWords> }]} />
        <div className={styles.opening}>
          <div className={styles.words}>
            <Row gap={2}>
              <StageChip consultation={consultation} />
              {visibility === 'invited' && <Chip icon="lock">{t('invited.chip')}</Chip>}
            </Row>
            <h1>
              <TownWords>{title}</TownWords>
            </h1>
            {question && question !== title && (
              <p className={styles.question}>
                <TownWords>{question}</TownWords>
              </p>
            )}
            {summary && (
              <p className={styles.lead}>
                <TownWords>{summary}</TownWords>
              </p>
            )}
            {visibility === 'invited' && <p className={styles.invited}>{t('invited.notice')}</p>}
            <OpeningFacts consultation={consultation} clock={clock} here={here} />
          </div>
          <ActCard consultation={consultation} acts={acts} />
        </div>
      </Wrap>
      <PhaseStrip phases={consultation.phases} />
      <Wrap>
        {(bodyHtml || cover) && (
          <Section look="band" title={t('about')} actions={<ShareButton title={title} />}>
            <div className={cover && bodyHtml ? styles.about : undefined}>
              {bodyHtml && <RichText html={bodyHtml} />}
              {cover && <Cover cover={cover} />}
            </div>
          </Section>
        )}
        {!isPreview &&
          activities.map((activity) => {
            const Preview = screensOf(activity.kind)?.Preview;
            return (
              Preview && (
                <Section
                  key={activity.id}
                  look="band"
                  title={<TownWords>{activity.title}</TownWords>}
                  lead={activity.intro ? <TownWords>{activity.intro}</TownWords> : undefined}
                  link={{ to: `${here}/${activity.slug}`, label: t('activity.all') }}
                >
                  <Preview activity={activity} consultation={consultation} />
                </Section>
              )
            );
          })}
        {isPreview &&
          activities.map((activity) => (
            <Section
              key={activity.id}
              look="band"
              title={activity.title}
              link={{ to: `${here}/${activity.slug}`, label: t('activity.all') }}
            >
              <p>{activity.intro || t('activity.preview')}</p>
            </Section>
          ))}
        {documents.length > 0 && (
          <Section id="documents" look="band" title={t('documents')} lead={t('documents.lead')}>
            <Documents documents={documents} />
          </Section>
        )}
        {!isPreview && (
          <Section look="band" title={t('people.title')} link={{ to: `${here}/resultats`, label: t('people.results') }}>
            <Participants consultation={consultation} />
          </Section>
        )}
        <Territory consultation={consultation} />
        <Section look="band" title={t('frame')}>
          <Steadiness consultation={consultation} here={here} />
          {contact && (
            <div className={styles.contact}>
              <h3>{t('contact')}</h3>
              <PlainText text={contact} />
            </div>
          )}
          {allowed.includes('edit') && (
            <p className={styles.edit}>
              <Link to={`/admin/consultations/${consultation.id}`}>{t('edit')}</Link>
            </p>
          )}
        </Section>
      </Wrap>
      {main && (
        <BottomBar>
          <span className={styles.barWords}>{main.detail}</span>
          <LinkButton to={main.to} size="small">
            {main.title}
          </LinkButton>
        </BottomBar>
      )}
    </>
  );
}

export default definePage({
  load: async (place): Promise<readonly PageQuery[]> => {
    const slug = place.params['slug'] ?? '';
    const consultation = await place.fetch(asked(place));
    if (consultation.slug !== slug)
      throw new Moved(`${addresses.consultations}/${consultation.slug}${place.query.size > 0 ? `?${place.query}` : ''}`);
    place.include(await loadScreens(consultation.activities.map((activity) => activity.kind)));
    if (consultation.isPreview) return [];
    return [
      answerClockQuery(consultation.id),
      ...consultation.activities.flatMap((activity) => [...(screensOf(activity.kind)?.previewQueries({ activity, consultation }) ?? [])]),
    ];
  },
  head: (place) => {
    const { id, slug, title, summary, question, cover, visibility, isPreview } = place.read(asked(place));
    return {
      title,
      description: summary || question,
      image: cover && { url: `${cover.url}?w=960`, alt: cover.alt },
      canonical: `${addresses.consultations}/${slug}`,
      unlisted: isPreview || visibility === 'invited',
      draftOf: isPreview ? id : null,
    };
  },
  Page: ConsultationPage,
});
