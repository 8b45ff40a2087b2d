import { useId, useRef } from 'react';
import { messagesOf } from '../../platform/messages.ts';
import { Button } from '../Button.tsx';
import field from '../form/Field.module.css';
import type { LonLat } from './mercator.ts';
import fr from './messages/fr.json';
import styles from './MapView.module.css';

const t = messagesOf(fr);

/** A place typed as longitude and latitude, with a comma or a point. */
export function CoordinateInputs({ place, onPick }: { place: LonLat | null; onPick: (place: LonLat) => void }) {
  const id = useId();
  const lat = useRef<HTMLInputElement>(null);
  const lon = useRef<HTMLInputElement>(null);
  const apply = (): void => {
    const read = (input: HTMLInputElement | null): number => (input?.value.trim() ? Number(input.value.replace(',', '.')) : NaN);
    const typed = { lon: read(lon.current), lat: read(lat.current) };
    if (Math.abs(typed.lon) <= 180 && Math.abs(typed.lat) <= 90) onPick(typed);
    else (Math.abs(typed.lat) <= 90 ? lon : lat).current?.focus();
  };
  return (
    <div className={styles.coordinates}>
      <div>
        <label htmlFor={`${id}a`} className={field.label}>
          {t('latitude')}
        </label>
        <input ref={lat} id={`${id}a`} className={field.control} inputMode="decimal" defaultValue={place?.lat ?? ''} />
      </div>
      <div>
        <label htmlFor={`${id}o`} className={field.label}>
          {t('longitude')}
        </label>
        <input ref={lon} id={`${id}o`} className={field.control} inputMode="decimal" defaultValue={place?.lon ?? ''} />
      </div>
      <div>
        <Button look="quiet" size="small" onClick={apply}>
          {t('coordinates.apply')}
        </Button>
      </div>
    </div>
  );
}
