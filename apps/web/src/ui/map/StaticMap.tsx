import type { Territory } from '@parvis/shared/rules/territory.ts';
import { boundsOf, boundsOfTerritory, outlinePath, projection, type LonLat } from './mercator.ts';
import styles from './MapView.module.css';

const [width, height] = [640, 400];

/** The outline and its points as a drawing: what shows before any script, and on paper. */
export function StaticMap({ outline, points }: { outline: Territory | null; points: readonly LonLat[] }) {
  const bounds = (outline && boundsOfTerritory(outline)) ?? boundsOf(points);
  if (!bounds) return null;
  const project = projection(bounds, { width, height, margin: 24 });
  return (
    <svg className={styles.drawing} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {outline && <path d={outlinePath(outline, project)} fillRule="evenodd" className={styles.outline} />}
      {points.slice(0, 500).map((point, at) => {
        const [x, y] = project(point);
        return <circle key={at} cx={x} cy={y} r={7} className={styles.point} />;
      })}
    </svg>
  );
}
