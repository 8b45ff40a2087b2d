import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '../../../platform/router/router.tsx';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { useSite } from '../../../platform/site.tsx';
import { TownWords } from '../../../platform/town-words.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { QrCode } from '../../account/components/QrCode.tsx';
import { consultationQuery } from '../../consultations/queries.ts';
import fr from '../messages/fr.json';
import { paperFormQuery } from '../queries.ts';
import styles from './PaperFormPage.module.css';

const t = messagesOf(fr);

/** Lines to write on. */
function Lines({ count }: { count: number }) {
  return (
    <>
      {Array.from({ length: count }, (_, at) => (
        <span key={at} className={styles.line} aria-hidden="true" />
      ))}
    </>
  );
}

function PaperFormPage() {
  const { slug = '' } = useParams();
  const { town } = useSite();
  const { data: consultation } = useSuspenseQuery(consultationQuery(slug));
  const { data: form } = useSuspenseQuery(paperFormQuery(consultation.id));
  return (
    <Wrap width="read">
      <div className={styles.screen}>
        <Crumbs
          crumbs={[
            { label: <TownWords>{consultation.title}</TownWords>, to: `${addresses.consultations}/${consultation.slug}` },
            { label: t('form.title') },
          ]}
        />
        <Stack gap={3}>
          <p>{t('form.how')}</p>
          <p>
            <Button icon="page" onClick={() => window.print()}>
              {t('form.print')}
            </Button>
          </p>
        </Stack>
      </div>
      <article className={styles.sheet}>
        <header className={styles.head}>
          <div>
            <p className={styles.town}>{town?.name}</p>
            <h1>
              <TownWords>{consultation.title}</TownWords>
            </h1>
            {consultation.question !== consultation.title && (
              <p>
                <TownWords>{consultation.question}</TownWords>
              </p>
            )}
            {consultation.closesAt && (
              <p>
                <strong>{t.rich('form.until', { date: <DateText date={consultation.closesAt} form="long" end /> })}</strong>
              </p>
            )}
          </div>
          <div className={styles.online}>
            <QrCode size={form.qr.size} path={form.qr.path} label={t('form.qr')} />
            <p className={styles.small}>
              {t('form.online')}
              <br />
              <span className={styles.address}>{form.url}</span>
            </p>
          </div>
        </header>
        <section aria-labelledby="papier-vous">
          <h2 id="papier-vous">{t('form.you')}</h2>
          <p className={styles.small}>{t('form.you.detail')}</p>
          <Lines count={1} />
        </section>
        <section aria-labelledby="papier-proposition">
          <h2 id="papier-proposition">{t('form.proposal')}</h2>
          <p className={styles.small}>{t('form.proposal.title')}</p>
          <Lines count={1} />
          <p className={styles.small}>{t('form.proposal.place')}</p>
          <Lines count={1} />
          <p className={styles.small}>{t('form.proposal.text')}</p>
          <Lines count={8} />
        </section>
        <section aria-labelledby="papier-soutien">
          <h2 id="papier-soutien">{t('form.support')}</h2>
          <p className={styles.small}>{t('form.support.detail')}</p>
          <Lines count={1} />
        </section>
        <section aria-labelledby="papier-avis">
          <h2 id="papier-avis">{t('form.comment')}</h2>
          <p className={styles.small}>{t('form.comment.detail')}</p>
          <p className={styles.boxes}>
            <span>☐ {t('stance.for')}</span>
            <span>☐ {t('stance.against')}</span>
            <span>☐ {t('stance.neutral')}</span>
          </p>
          <Lines count={4} />
        </section>
        <footer className={styles.small}>
          <p>{t('form.privacy', { town: town?.name ?? '' })}</p>
        </footer>
      </article>
    </Wrap>
  );
}

export default definePage({
  load: async ({ params, fetch }) => {
    const consultation = await fetch(consultationQuery(params['slug'] ?? ''));
    return [paperFormQuery(consultation.id)];
  },
  head: ({ params, read }) => ({ title: `${t('form.title')} – ${read(consultationQuery(params['slug'] ?? '')).title}`, unlisted: true }),
  Page: PaperFormPage,
});
