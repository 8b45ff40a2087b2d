import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '../../../platform/router/router.tsx';
import { addresses } from '../../../platform/addresses.ts';
import { LANG } from '../../../platform/lang.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Moved, definePage, type Place } from '../../../platform/page.ts';
import { useSite } from '../../../platform/site.tsx';
import { TownWords } from '../../../platform/town-words.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { consultationQuery } from '../../consultations/queries.ts';
import { DataNotes } from '../components/DataNotes.tsx';
import { TableCard } from '../components/TableCard.tsx';
import fr from '../messages/fr.json';
import styles from '../open-data.module.css';
import { consultationDataQuery } from '../queries.ts';

const t = messagesOf(fr);
const slugOf = ({ params }: Pick<Place, 'params'>): string => params['slug'] ?? '';

function ConsultationDataPage() {
  const { slug = '' } = useParams();
  const { data } = useSuspenseQuery(consultationDataQuery(slug));
  const { base } = useSite();
  const { title, isPublic } = data.consultation;
  const here = `${addresses.consultations}/${data.consultation.slug}`;
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
          lead={t.rich('consultation.lead', { title: <TownWords>{title}</TownWords> })}
          actions={<Link to={`${here}/resultats`}>{t('results')}</Link>}
        >
          {t('consultation.title')}
        </PageTitle>
        {!isPublic && <Notice>{t('private')}</Notice>}
        <Card as="section" aria-labelledby="tout">
          <h2 id="tout">{t('archive.title')}</h2>
          <p>{t('archive.lead')}</p>
          <p className={styles.files}>
            <a className={styles.main} href={data.archive} download>
              <Icon name="download" />
              {t('archive.do')}
            </a>
          </p>
        </Card>
        <Section title={t('tables')}>
          <ul className={styles.tables}>
            {data.tables.map((table) => (
              <TableCard key={table.key} table={table} />
            ))}
          </ul>
        </Section>
        <DataNotes data={data} feed={`${base}/${LANG}${here}.atom`} />
      </Stack>
    </Wrap>
  );
}

export default definePage({
  load: async (place) => {
    const { consultation } = await place.fetch(consultationDataQuery(slugOf(place)));
    if (consultation.slug !== slugOf(place)) throw new Moved(`${addresses.consultations}/${consultation.slug}/donnees`);
    return [consultationQuery(slugOf(place))];
  },
  head: (place) => {
    const { title, isPublic } = place.read(consultationDataQuery(slugOf(place))).consultation;
    const { id, isPreview } = place.read(consultationQuery(slugOf(place)));
    return {
      title: `${t('title')} – ${title}`,
      description: t('consultation.lead', { title }),
      unlisted: !isPublic,
      draftOf: isPreview ? id : null,
    };
  },
  Page: ConsultationDataPage,
});
