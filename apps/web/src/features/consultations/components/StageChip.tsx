import type { ConsultationCard } from '@parvis/shared/contracts/consultations.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { useTimeZone } from '../../../ui/use-time-zone.ts';
import { daysLeft } from '../days-left.ts';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

/** Where a consultation stands, in a word or three: open and for how long, to come, finished. */
export function StageChip({
  consultation: { state, stage, opensAt, closesAt },
}: {
  consultation: Pick<ConsultationCard, 'state' | 'stage' | 'opensAt' | 'closesAt'>;
}) {
  const zone = useTimeZone();
  if (state === 'draft') return <Chip tone="wait">{t('stage.draft')}</Chip>;
  if (state === 'archived') return <Chip>{t('stage.archived')}</Chip>;
  if (stage === 'finished') return <Chip>{t('stage.finished')}</Chip>;
  if (stage === 'upcoming')
    return (
      <Chip tone="wait" icon="calendar">
        <span>{opensAt ? t.rich('stage.upcoming', { date: <DateText date={opensAt} form="day" /> }) : t('stage.soon')}</span>
      </Chip>
    );
  const days = closesAt === null ? null : daysLeft(closesAt, zone, Date.now());
  return (
    <Chip tone="open" live>
      {days === null ? t('stage.open') : days <= 0 ? t('stage.last-day') : t('stage.days', { count: days })}
    </Chip>
  );
}
