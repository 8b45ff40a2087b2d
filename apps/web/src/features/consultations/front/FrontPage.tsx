import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { hasRole, useSite, useTown } from '../../../platform/site.tsx';
import { TownWords } from '../../../platform/town-words.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Grid } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { ConsultationTile } from '../components/ConsultationTile.tsx';
import { Decisions } from './Decisions.tsx';
import { FirstDays } from './FirstDays.tsx';
import { HowItWorks } from './HowItWorks.tsx';
import { TileGrid } from '../components/TileGrid.tsx';
import fr from './messages/fr.json';
import { frontQuery, invitationsQuery } from '../queries.ts';
import styles from './FrontPage.module.css';

const t = messagesOf(fr);

function FrontPage() {
  const { viewer } = useSite();
  const { name, tagline } = useTown();
  const {
    data: { open, upcoming, finished, answers, commitments },
  } = useSuspenseQuery(frontQuery());
  const { data: invited } = useQuery({ ...invitationsQuery(), enabled: viewer !== null });
  const invitations = (invited?.items ?? []).filter((one) => one.stage !== 'finished');
  const isFirst = open.length + upcoming.length + finished.length + invitations.length === 0;
  if (isFirst) return <FirstDays mayWrite={hasRole(viewer, 'administrator')} />;
  const hasDecided = answers.length > 0 || commitments.planned + commitments.underWay + commitments.done + commitments.abandoned > 0;
  return (
    <>
      <div className={styles.hero}>
        <Wrap>
          <h1 className={styles.title}>
            {t.rich(open.length > 0 ? 'front.title.open' : 'front.title', { town: <span className={styles.name}>{name}</span> })}
          </h1>
          <p className={styles.lead}>
            {tagline && (
              <strong>
                <TownWords>{tagline}</TownWords>.{' '}
              </strong>
            )}
            {t('front.lead')}
          </p>
          {open.length > 0 && (
            <div className={styles.open}>
              <ConsultationTile consultation={open[0]!} look="wide" level={2} first />
            </div>
          )}
        </Wrap>
      </div>
      <Wrap>
        {open.length > 1 && (
          <Section look="band" title={t('front.also-open')} link={{ to: addresses.consultations, label: t('front.all') }}>
            <Grid columns={open.length === 3 ? 2 : 3}>
              {open.slice(1).map((one) => (
                <ConsultationTile key={one.id} consultation={one} />
              ))}
            </Grid>
          </Section>
        )}
        {invitations.length > 0 && (
          <Section look="band" title={t('list.invited')} lead={t('list.invited.lead')}>
            <TileGrid consultations={invitations} />
          </Section>
        )}
        {upcoming.length > 0 && (
          <Section look="band" title={t('front.upcoming')}>
            <TileGrid consultations={upcoming} />
          </Section>
        )}
        {hasDecided && <Decisions answers={answers} commitments={commitments} />}
        <HowItWorks />
        {finished.length > 0 && (
          <Section
            look="band"
            title={t('front.finished')}
            link={{ to: `${addresses.consultations}?etat=terminees`, label: t('front.all-finished') }}
          >
            <TileGrid consultations={finished} />
          </Section>
        )}
      </Wrap>
    </>
  );
}

export default definePage({
  load: ({ site }) => [frontQuery(), ...(site.viewer ? [invitationsQuery()] : [])],
  head: ({ site, read }) => {
    const [first] = read(frontQuery()).open;
    const town = site.town?.name ?? '';
    return {
      title: town,
      description: first ? first.summary || first.question || first.title : t('front.description', { town }),
      image: first?.cover ? { url: `${first.cover.url}?w=960`, alt: first.cover.alt } : null,
      canonical: '/',
    };
  },
  Page: FrontPage,
  sharedSeconds: 15,
});
