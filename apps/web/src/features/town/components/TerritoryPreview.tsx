import type { TownTerritory } from '@parvis/shared/contracts/municipalities.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { boundsOfTerritory, outlinePath, projection } from '../../../ui/map/mercator.ts';
import fr from '../messages/fr.json';
import styles from './TerritoryPreview.module.css';

const t = messagesOf(fr);
const [width, height] = [640, 400];

/** Outline and quarters as they will be drawn, with the names of the quarters below. */
export function TerritoryPreview({ territory: { territory, areas } }: { territory: TownTerritory }) {
  const bounds = boundsOfTerritory({
    type: 'MultiPolygon',
    coordinates: [...(territory?.coordinates ?? []), ...areas.flatMap((area) => area.shape.coordinates)],
  });
  if (!bounds) return <p className={styles.none}>{t('territory.none')}</p>;
  const project = projection(bounds, { width, height, margin: 16 });
  return (
    <figure className={styles.preview}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('territory.preview', { count: areas.length })}>
        {territory && <path d={outlinePath(territory, project)} fillRule="evenodd" className={styles.outline} />}
        {areas.map((area) => (
          <path key={area.id} d={outlinePath(area.shape, project)} fillRule="evenodd" className={styles.area} />
        ))}
      </svg>
      {areas.length > 0 && (
        <figcaption>
          <ul className={styles.names}>
            {areas.map((area) => (
              <li key={area.id}>{area.name}</li>
            ))}
          </ul>
        </figcaption>
      )}
    </figure>
  );
}
