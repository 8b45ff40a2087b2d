import { useState, type ReactNode } from 'react';
import type { To } from '../../platform/router/location.ts';
import { Link } from '../../platform/router/router.tsx';
import type { Territory } from '@parvis/shared/rules/territory.ts';
import { messagesOf } from '../../platform/messages.ts';
import { TownWords } from '../../platform/town-words.tsx';
import { classNames } from '../class-names.ts';
import { Disclosure } from '../Disclosure.tsx';
import { Icon } from '../Icon.tsx';
import type { LivePoint, Tiles } from './live-map.ts';
import { StaticMap } from './StaticMap.tsx';
import { useLiveMap } from './use-live-map.ts';
import fr from './messages/fr.json';
import styles from './MapView.module.css';

const t = messagesOf(fr);

/** A place with its words and its page. */
export interface MapPoint extends LivePoint {
  readonly to?: To;
  /** Below the label when the point is chosen. */
  readonly detail?: ReactNode;
}

interface MapViewProps {
  /** What the map shows, for those who hear the page. */
  label: string;
  outline: Territory | null;
  /** Keep the array's identity while nothing changes. */
  points: readonly MapPoint[];
  /** None but what the operator configured. */
  tiles?: Tiles | null;
  size?: 'normal' | 'tall';
  /** The same places as a list below; `none` only where the page shows that list already. */
  list?: 'folded' | 'none';
  onSelect?: (keys: readonly string[]) => void;
}

/** Places on the outline of the territory. Drawn at once; it can be moved when its code has come; the list says the same to everybody. */
export function MapView({ label, outline, points, tiles = null, size = 'normal', list = 'folded', onSelect }: MapViewProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const choose = (keys: readonly string[]): void => {
    setChosen(keys);
    onSelect?.(keys);
  };
  const { place, live } = useLiveMap({ outline, tiles, points, chosen, onSelect: choose });
  const shown = points.filter((point) => chosen.includes(point.key));
  return (
    <div className={styles.view}>
      <div className={classNames(styles.frame, styles[size], live && styles.isLive)}>
        <StaticMap outline={outline} points={points} />
        <div className={classNames(!live && styles.waiting)}>
          <div ref={place} className={styles.live} role="group" aria-label={label} />
        </div>
        {shown.length > 0 && (
          <div className={styles.chosen}>
            <ul>
              {shown.map((point) => (
                <li key={point.key}>
                  <PointWords point={point} />
                </li>
              ))}
            </ul>
            <button type="button" className={styles.close} onClick={() => choose([])} aria-label={t('close')}>
              <Icon name="cross" />
            </button>
          </div>
        )}
      </div>
      <p className={styles.touch}>{t('two-fingers')}</p>
      {list === 'folded' && points.length > 0 && (
        <Disclosure summary={t('list', { count: points.length })}>
          <ul className={styles.list}>
            {points.map((point) => (
              <li key={point.key}>
                <PointWords point={point} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function PointWords({ point }: { point: MapPoint }) {
  return (
    <>
      {point.to === undefined ? (
        <TownWords>{point.label}</TownWords>
      ) : (
        <Link to={point.to}>
          <TownWords>{point.label}</TownWords>
        </Link>
      )}
      {point.detail && <small>{point.detail}</small>}
    </>
  );
}
