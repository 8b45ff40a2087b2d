import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { ProposalView } from '@parvis/shared/activities/proposals/contract.ts';
import { lazyPart } from '../../../platform/lazy-part.tsx';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import fr from '../messages/fr.json';
import { territoryQuery } from '../queries.ts';

const t = messagesOf(fr);
const MapView = lazyPart(() => import('../../../ui/map/MapView.tsx').then((one) => one.MapView));

/** The proposal's place on the outline of the town, when the reader asks for it: the outline weighs more than the page. */
export function PlaceMap({ proposal }: { proposal: ProposalView }) {
  const { point, address } = proposal.place;
  const [isAsked, ask] = useState(false);
  const town = useQuery({ ...territoryQuery, enabled: isAsked });
  if (!point) return null;
  if (!town.data)
    return (
      <div>
        <Button look="plain" size="small" icon="map" loading={isAsked && town.isFetching} onClick={() => ask(true)}>
          {t('place.show')}
        </Button>
        <ProblemNote problem={town.error} />
      </div>
    );
  return (
    <MapView
      label={t('place.label')}
      outline={town.data.territory}
      points={[{ ...point, key: proposal.id, label: address || proposal.title }]}
      list="none"
    />
  );
}
