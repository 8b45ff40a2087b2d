import { useSuspenseQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useParams } from '../../../platform/router/router.tsx';
import { saveCalendar } from '@parvis/shared/contracts/consultation-admin.ts';
import { addDays } from '@parvis/shared/rules/calendar/planning.ts';
import { loadScreens } from '../../../activities/screens.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { Stack } from '../../../ui/Stack.tsx';
import { useTimeZone } from '../../../ui/use-time-zone.ts';
import { townTimeZones } from '../../setup/index.ts';
import { barsOf, draftsOf, movedTo, phasesFrom, type PhaseDraft } from '../calendar-drafts.ts';
import { CalendarBars } from '../components/CalendarBars.tsx';
import { EditorFrame } from '../components/EditorFrame.tsx';
import { MoveAll } from '../components/MoveAll.tsx';
import { PhaseFields } from '../components/PhaseFields.tsx';
import { SaveBar, useAfterSaving } from '../components/SaveBar.tsx';
import fr from '../messages/fr.json';
import { adminQuery, useEditing } from '../queries.ts';
import styles from './CalendarPage.module.css';

const t = messagesOf(fr);

function CalendarPage() {
  const { id = '' } = useParams();
  const zone = useTimeZone();
  const { data: consultation } = useSuspenseQuery(adminQuery(id));
  const readAt = useRef(consultation.updatedAt);
  const [phases, setPhases] = useState(() => draftsOf(consultation));
  // Fields hold what is typed; a new round of them is needed where the dates change by themselves.
  const [round, setRound] = useState(0);
  const after = useAfterSaving('calendar');
  const save = useEditing(
    (values: FormValues) =>
      call(saveCalendar, {
        params: { consultationId: id },
        body: { phases: phasesFrom(phases), reason: values.text('reason'), updatedAt: readAt.current },
      }),
    (saved) => {
      readAt.current = saved.updatedAt;
      setPhases(draftsOf(saved));
      setRound((before) => before + 1);
    },
  );
  const change = (key: string, part: Partial<PhaseDraft>): void =>
    setPhases((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const add = (): void => {
    const last = phases.at(-1);
    const startsOn = last?.endsOn ? addDays(last.endsOn, 1) : (last?.startsOn ?? new Date().toISOString().slice(0, 10));
    setPhases([
      ...phases,
      {
        key: `new-${phases.length}-${Date.now()}`,
        id: undefined,
        kind: 'discussion',
        title: t('phase.discussion'),
        description: '',
        startsOn,
        startsTime: '',
        endsOn: addDays(startsOn, 27),
        endsTime: '',
        opens: {},
      },
    ]);
  };
  return (
    <EditorFrame consultation={consultation} section="calendar">
      <p>{t('calendar.lead', { zone: townTimeZones.find((one) => one.value === zone)?.label ?? zone })}</p>
      <Form
        problem={save.error}
        aria-label={t('section.calendar')}
        onSubmit={(values) => save.mutate(values, { onSuccess: () => after(id, values) })}
      >
        <div className={styles.split}>
          <Stack gap={4}>
            {phases.map((phase, at) => (
              <PhaseFields
                key={`${phase.key} ${round}`}
                phase={phase}
                at={at}
                activities={consultation.activities}
                onChange={(part) => change(phase.key, part)}
                onRemove={() => setPhases(phases.filter((one) => one.key !== phase.key))}
              />
            ))}
            <p>
              <Button look="quiet" icon="plus" onClick={add}>
                {t('phase.add')}
              </Button>
            </p>
          </Stack>
          <div className={styles.picture}>
            <Card as="section" aria-labelledby="frise">
              <h2 id="frise" className={styles.title}>
                {t('calendar.picture')}
              </h2>
              <CalendarBars bars={barsOf(phases, zone)} nowMs={Date.now()} />
            </Card>
            <MoveAll
              key={round}
              onMove={(day) => {
                setPhases(movedTo(phases, day));
                setRound(round + 1);
              }}
            />
          </div>
        </div>
        <SaveBar consultation={consultation} section="calendar" loading={save.isPending} />
      </Form>
    </EditorFrame>
  );
}

export default definePage({
  needs: ['administrator'],
  load: async (place) => {
    const consultation = await place.fetch(adminQuery(place.params['id'] ?? ''));
    place.include(await loadScreens(consultation.activities.map((one) => one.kind)));
    return [];
  },
  head: ({ params, read }) => ({ title: `${t('section.calendar')} – ${read(adminQuery(params['id'] ?? '')).title}`, unlisted: true }),
  Page: CalendarPage,
});
