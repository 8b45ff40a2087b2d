import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Territory } from '@parvis/shared/rules/territory.ts';
import { messagesOf } from '../../platform/messages.ts';
import type { LiveMap, LivePoint, Tiles } from './live-map.ts';
import type { LonLat } from './mercator.ts';
import fr from './messages/fr.json';

const t = messagesOf(fr);
const noPoints: readonly LivePoint[] = [];
const nothingChosen: readonly string[] = [];

interface LiveMapInput {
  outline: Territory | null;
  tiles: Tiles | null;
  points?: readonly LivePoint[];
  chosen?: readonly string[];
  picked?: LonLat | null;
  onSelect?: (keys: readonly string[]) => void;
  onPick?: (place: LonLat) => void;
}

/**
 * Fetches the map's code after the page is there and keeps the map in step. `live` is false before, and where the code does not come.
 * The element of `place` must keep its class name: Leaflet adds its own to it.
 */
export function useLiveMap({ outline, tiles, points = noPoints, chosen = nothingChosen, picked = null, onSelect, onPick }: LiveMapInput): {
  place: RefObject<HTMLDivElement | null>;
  live: boolean;
} {
  const place = useRef<HTMLDivElement>(null);
  const acts = useRef({ onSelect, onPick });
  const [map, setMap] = useState<LiveMap | null>(null);
  useEffect(() => {
    acts.current = { onSelect, onPick };
  });
  const picks = onPick !== undefined;
  useEffect(() => {
    let made: LiveMap | null = null;
    let isHere = true;
    import('./live-map.ts').then(
      (module) => {
        if (!isHere || !place.current) return;
        made = new module.LiveMap(place.current, {
          outline,
          tiles,
          words: { zoomIn: t('zoom.in'), zoomOut: t('zoom.out'), cluster: (count) => t('cluster', { count }) },
          onSelect: (keys) => acts.current.onSelect?.(keys),
          ...(picks && { onPick: (one: LonLat) => acts.current.onPick?.(one) }),
        });
        setMap(made);
      },
      () => {
        /* no connection: the drawing, the list and the coordinates stay */
      },
    );
    return () => {
      isHere = false;
      made?.destroy();
      setMap(null);
    };
  }, [outline, tiles, picks]);
  useEffect(() => map?.setPoints(points), [map, points]);
  useEffect(() => map?.setChosen(chosen), [map, chosen]);
  useEffect(() => map?.setPicked(picked), [map, picked]);
  return { place, live: map !== null };
}
