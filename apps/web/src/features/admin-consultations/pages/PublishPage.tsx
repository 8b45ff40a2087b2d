import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '../../../platform/router/router.tsx';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Card } from '../../../ui/Card.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Checklist } from '../components/Checklist.tsx';
import { DuplicateForm } from '../components/DuplicateForm.tsx';
import { EditorFrame } from '../components/EditorFrame.tsx';
import { EndActs } from '../components/EndActs.tsx';
import { PreviewLink } from '../components/PreviewLink.tsx';
import { PublishAct } from '../components/PublishAct.tsx';
import { RecentChanges } from '../components/RecentChanges.tsx';
import { historyQuery } from '../../consultations/queries.ts';
import fr from '../messages/fr.json';
import { adminQuery } from '../queries.ts';

const t = messagesOf(fr);

function PublishPage() {
  const { id = '' } = useParams();
  const { data: consultation } = useSuspenseQuery(adminQuery(id));
  const { state, slug, publishedAt, closedAt, archivedAt, version } = consultation;
  return (
    <EditorFrame consultation={consultation} section="publish">
      {state === 'draft' ? (
        <>
          <Section title={t('publish.check')} lead={t('publish.check.lead')}>
            <Checklist consultation={consultation} />
          </Section>
          <Section title={t('preview.title')} lead={t('preview.lead')}>
            <PreviewLink consultation={consultation} />
          </Section>
          <PublishAct consultation={consultation} />
        </>
      ) : (
        <>
          <Card as="section" look="marked" aria-labelledby="en-ligne">
            <h2 id="en-ligne">{t(`online.${state}`)}</h2>
            <ul>
              {publishedAt && <li>{t.rich('online.since', { date: <DateText date={publishedAt} form="time" /> })}</li>}
              {closedAt && <li>{t.rich('online.closed-on', { date: <DateText date={closedAt} form="time" /> })}</li>}
              {archivedAt && <li>{t.rich('online.archived-on', { date: <DateText date={archivedAt} form="time" /> })}</li>}
              <li>
                {version > 1 ? t('online.version', { count: version - 1 }) : t('online.unchanged')}{' '}
                <Link to={`${addresses.consultations}/${slug}/historique`}>{t('online.history')}</Link>
              </li>
            </ul>
          </Card>
          {state !== 'archived' && <EndActs consultation={consultation} />}
        </>
      )}
      <Section title={t('duplicate.title')} lead={t('duplicate.lead')}>
        <DuplicateForm consultation={consultation} />
      </Section>
      {state !== 'draft' && <RecentChanges slug={slug} />}
    </EditorFrame>
  );
}

export default definePage({
  needs: ['administrator'],
  load: async (place) => {
    const { state, slug } = await place.fetch(adminQuery(place.params['id'] ?? ''));
    return state === 'draft' ? [] : [historyQuery(slug)];
  },
  head: ({ params, read }) => ({ title: `${t('section.publish')} – ${read(adminQuery(params['id'] ?? '')).title}`, unlisted: true }),
  Page: PublishPage,
});
