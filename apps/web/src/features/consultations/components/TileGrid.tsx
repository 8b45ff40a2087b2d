import type { ConsultationCard } from '@parvis/shared/contracts/consultations.ts';
import { Grid } from '../../../ui/Stack.tsx';
import { ConsultationTile } from './ConsultationTile.tsx';

/** Consultations side by side; a lone one with a picture takes the whole width. `first` stands above the fold. */
export function TileGrid({ consultations, first = false }: { consultations: readonly ConsultationCard[]; first?: boolean }) {
  const [lone] = consultations;
  if (consultations.length === 1 && lone?.cover) return <ConsultationTile consultation={lone} look="wide" first={first} />;
  return (
    <Grid columns={consultations.length < 3 || consultations.length === 4 ? 2 : 3}>
      {consultations.map((one) => (
        <ConsultationTile key={one.id} consultation={one} first={first} />
      ))}
    </Grid>
  );
}
