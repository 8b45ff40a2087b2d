import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '../../../platform/router/router.tsx';
import { siteKinds } from '../../../activities/pages.ts';
import { loadPart, loadScreens } from '../../../activities/screens.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { ActivityForm } from '../components/ActivityForm.tsx';
import { AddActivity } from '../components/AddActivity.tsx';
import { EditorFrame } from '../components/EditorFrame.tsx';
import fr from '../messages/fr.json';
import { adminQuery } from '../queries.ts';
import { sectionPath } from '../sections.ts';

const t = messagesOf(fr);

function ActivitiesPage() {
  const { id = '' } = useParams();
  const { data: consultation } = useSuspenseQuery(adminQuery(id));
  const { activities } = consultation;
  return (
    <EditorFrame consultation={consultation} section="activities">
      <p>{t('activities.lead')}</p>
      {activities.length === 0 && (
        <EmptyState icon="speech" title={t('activities.none')}>
          {t('activities.none.detail')}
        </EmptyState>
      )}
      <Stack gap={4}>
        {activities.map((activity, at) => (
          <ActivityForm key={activity.id} consultation={consultation} activity={activity} at={at} />
        ))}
      </Stack>
      <Section title={t('activities.add')}>
        <AddActivity consultation={consultation} />
      </Section>
      {consultation.state === 'draft' && (
        <p>
          <LinkButton to={sectionPath(id, 'calendar')}>{t('activities.next')}</LinkButton>
        </p>
      )}
    </EditorFrame>
  );
}

export default definePage({
  needs: ['administrator'],
  load: async (place) => {
    place.include(await loadScreens(Object.keys(siteKinds)));
    await loadPart(Object.keys(siteKinds), 'SettingsFields');
    return [adminQuery(place.params['id'] ?? '')];
  },
  head: ({ params, read }) => ({ title: `${t('section.activities')} – ${read(adminQuery(params['id'] ?? '')).title}`, unlisted: true }),
  Page: ActivitiesPage,
});
