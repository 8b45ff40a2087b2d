import type { PhaseView } from '@parvis/shared/contracts/consultations.ts';
import { civilOf, lastDayOf } from '@parvis/shared/rules/civil-time.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { useTimeZone } from '../../../ui/use-time-zone.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import fr from '../messages/fr.json';
import styles from './PhaseStrip.module.css';

const t = messagesOf(fr);

/** The calendar in one line: what is past, what is on, what comes. */
export function PhaseStrip({ phases }: { phases: readonly PhaseView[] }) {
  const zone = useTimeZone();
  if (phases.length === 0) return null;
  return (
    <section className={styles.strip} aria-label={t('calendar')}>
      <Wrap>
        <ol>
          {phases.map((phase) => (
            <li key={phase.id} className={styles[phase.when]} aria-current={phase.when === 'now' ? 'step' : undefined}>
              <strong>
                <TownWords>{phase.title}</TownWords>
              </strong>
              <span>{datesOf(phase, zone)}</span>
              {phase.when !== 'future' && <VisuallyHidden>{t(`calendar.${phase.when}`)}</VisuallyHidden>}
            </li>
          ))}
        </ol>
      </Wrap>
    </section>
  );
}

function datesOf({ when, startsAt, endsAt }: PhaseView, zone: string) {
  const start = <DateText date={startsAt} form="day" />;
  const end = endsAt && <DateText date={endsAt} form="day" end />;
  if (endsAt && lastDayOf(endsAt, zone) === civilOf(startsAt, zone).slice(0, 10)) return t.rich('calendar.day', { start });
  if (when === 'future') return end ? t.rich('calendar.range', { start, end }) : t.rich('calendar.from', { start });
  if (when === 'now') return end ? t.rich('calendar.until', { end }) : t.rich('calendar.since', { start });
  return t.rich('calendar.ended', { end });
}
