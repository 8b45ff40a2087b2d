import type { ConsultationCard } from '@parvis/shared/contracts/consultations.ts';
import { Grid } from '../../../ui/Stack.tsx';
import { ConsultationTile } from './ConsultationTile.tsx';

/** Consultations side by side; a lone one with a picture takes the whole width. */
export function TileGrid({ consultations, level = 3 }: { consultations: readonly ConsultationCard[]; level?: 2 | 3 }) {
  const [first] = consultations;
  if (consultations.length === 1 && first?.cover) return <ConsultationTile consultation={first} look="wide" level={level} />;
  return (
    <Grid columns={consultations.length < 3 || consultations.length === 4 ? 2 : 3}>
      {consultations.map((one) => (
        <ConsultationTile key={one.id} consultation={one} level={level} />
      ))}
    </Grid>
  );
}
