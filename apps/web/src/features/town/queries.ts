import { queryOptions } from '@tanstack/react-query';
import { readTerritory, readTownSettings } from '@parvis/shared/contracts/municipalities.ts';
import { call } from '../../platform/call.ts';

export const settingsQuery = queryOptions({
  queryKey: ['town', 'settings'] as const,
  queryFn: ({ signal }) => call(readTownSettings, { signal }),
});

export const territoryQuery = queryOptions({
  queryKey: ['town', 'territory'] as const,
  queryFn: ({ signal }) => call(readTerritory, { signal }),
});
