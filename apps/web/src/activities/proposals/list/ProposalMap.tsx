import { useMemo } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { messagesOf } from '../../../platform/messages.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { MapView, type MapPoint } from '../../../ui/map/MapView.tsx';
import { statusWords } from '../../../features/contributions/components/StatusChip.tsx';
import { proposalAddress } from '../addresses.ts';
import type { ListView } from '../list-view.ts';
import fr from './messages/fr.json';
import { mapQuery, territoryQuery } from '../queries.ts';

const t = messagesOf(fr);

/** What has a place, on the outline of the town; the same places stand below as a list. */
export function ProposalMap({ activityId, view }: { activityId: string; view: ListView }) {
  const { data: map } = useSuspenseQuery(mapQuery(activityId, view));
  const { data: town } = useSuspenseQuery(territoryQuery);
  const points = useMemo(
    () =>
      map.features.map((one): MapPoint => ({
        key: one.id,
        lon: one.geometry.coordinates[0],
        lat: one.geometry.coordinates[1],
        label: one.properties.title,
        to: proposalAddress(one.properties),
        detail: `${statusWords(one.properties.status)} · ${t('supports', { count: one.properties.supports })}`,
      })),
    [map],
  );
  if (points.length === 0)
    return (
      <EmptyState icon="map" title={t('map.none')}>
        {t('map.none.help')}
      </EmptyState>
    );
  return (
    <>
      <MapView label={t('map.label')} outline={town.territory} points={points} size="tall" />
      {map.total > map.features.length && <p>{t('map.cut', { shown: map.features.length, total: map.total })}</p>}
    </>
  );
}
