import { Suspense, lazy } from 'react';
import type { ConsultationPage } from '@parvis/shared/contracts/consultations.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { useTown } from '../../../platform/site.tsx';
import { LoadingState } from '../../../ui/LoadingState.tsx';
import { Section } from '../../../ui/Section.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);
const noPoints = [] as const;
// Few consultations have an outline of their own: the others do not load a map.
const MapView = lazy(() => import('../../../ui/map/MapView.tsx').then(({ MapView: Loaded }) => ({ default: Loaded })));

/** Which part of the town the question is about; nothing for the whole of it. */
export function Territory({ consultation: { areas, territory } }: { consultation: Pick<ConsultationPage, 'areas' | 'territory'> }) {
  const { name } = useTown();
  if (areas.length === 0 && !territory) return null;
  return (
    <Section
      look="band"
      title={t('territory')}
      lead={areas.length > 0 ? areas.map((area) => area.name).join(', ') : t('territory.outline', { town: name })}
    >
      {territory && (
        <Suspense fallback={<LoadingState />}>
          <MapView label={t('territory.map')} outline={territory} points={noPoints} list="none" />
        </Suspense>
      )}
    </Section>
  );
}
