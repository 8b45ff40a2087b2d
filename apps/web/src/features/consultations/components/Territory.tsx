import type { ConsultationPage } from '@parvis/shared/contracts/consultations.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { useTown } from '../../../platform/site.tsx';
import { MapView } from '../../../ui/map/MapView.tsx';
import { Section } from '../../../ui/Section.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);
const noPoints = [] as const;

/** Which part of the town the question is about; nothing for the whole of it. */
export function Territory({ consultation: { areas, territory } }: { consultation: Pick<ConsultationPage, 'areas' | 'territory'> }) {
  const { name } = useTown();
  if (areas.length === 0 && !territory) return null;
  return (
    <Section look="band" title={t('territory')} lead={areas.length > 0 ? areas.map((area) => area.name).join(', ') : t('territory.outline', { town: name })}>
      {territory && <MapView label={t('territory.map')} outline={territory} points={noPoints} list="none" />}
    </Section>
  );
}
