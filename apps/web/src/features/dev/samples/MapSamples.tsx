import type { Territory } from '@parvis/shared/rules/territory.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { MapPicker } from '../../../ui/map/MapPicker.tsx';
import { MapView, type MapPoint } from '../../../ui/map/MapView.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Grid } from '../../../ui/Stack.tsx';
import fr from './messages/fr.json';

const t = messagesOf(fr);

/** A made-up outline: a wavy ring around a made-up place. */
const ring = Array.from({ length: 61 }, (_, at): [number, number] => {
  const turn = ((at % 60) / 60) * 2 * Math.PI;
  const reach = 0.03 * (1 + 0.18 * Math.sin(3 * turn) + 0.08 * Math.sin(7 * turn));
  return [-0.35 + reach * 1.5 * Math.cos(turn), 47.62 + reach * Math.sin(turn)];
});
const outline: Territory = { type: 'MultiPolygon', coordinates: [[ring]] };
const points: readonly MapPoint[] = [
  [-0.352, 47.621],
  [-0.35, 47.62],
  [-0.349, 47.6195],
  [-0.338, 47.628],
  [-0.372, 47.612],
  [-0.331, 47.611],
].map(([lon, lat], at) => ({
  key: String(at),
  lon: lon!,
  lat: lat!,
  label: `${t(at % 2 ? 'card.title2' : 'card.title')} (${at + 1})`,
  to: '/dev/ui',
  detail: t('place'),
}));

/** Places. */
export function MapSamples() {
  return (
    <Section title={t('maps')} look="band">
      <Grid columns={2}>
        <MapView label={t('map.label')} outline={outline} points={points} />
        <Form onSubmit={() => {}} warn={false} aria-label={t('map.pick')}>
          <MapPicker
            name="place"
            label={t('map.pick')}
            help={t('map.pick.help')}
            outline={outline}
            defaultValue={{ lon: -0.34, lat: 47.62 }}
            find={async (words) => (words ? [{ label: t('place'), lon: -0.351, lat: 47.6205 }] : [])}
          />
        </Form>
      </Grid>
    </Section>
  );
}
