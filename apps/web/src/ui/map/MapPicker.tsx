import { useState } from 'react';
import type { Territory } from '@parvis/shared/rules/territory.ts';
import { LANG } from '../../platform/lang.ts';
import { messagesOf } from '../../platform/messages.ts';
import { Button } from '../Button.tsx';
import { classNames } from '../class-names.ts';
import { Disclosure } from '../Disclosure.tsx';
import { ChoiceGroup } from '../form/ChoiceGroup.tsx';
import type { FieldProps } from '../form/Field.tsx';
import { useField } from '../form/form-context.ts';
import { Icon } from '../Icon.tsx';
import { CoordinateInputs } from './CoordinateInputs.tsx';
import type { Tiles } from './live-map.ts';
import type { LonLat } from './mercator.ts';
import { PlaceSearch, type FindPlaces } from './PlaceSearch.tsx';
import { StaticMap } from './StaticMap.tsx';
import { useLiveMap } from './use-live-map.ts';
import fr from './messages/fr.json';
import styles from './MapView.module.css';

const t = messagesOf(fr);

interface MapPickerProps extends Omit<FieldProps, 'hideLabel'> {
  outline: Territory | null;
  tiles?: Tiles | null;
  defaultValue?: LonLat | null;
  /** Looks an address up, where the town has a service for it. */
  find?: FindPlaces;
  onChange?: (place: LonLat | null) => void;
}

const degrees = new Intl.NumberFormat(LANG, { maximumFractionDigits: 5 });

/**
 * A place: by a click, by the arrows and Enter, by the device's own position, by an address where that can be looked up, or by
 * coordinates. Read with `values.point(name)`; sent as `<name>/lon` and `<name>/lat`.
 */
export function MapPicker({
  name,
  label,
  help,
  required,
  className,
  outline,
  tiles = null,
  defaultValue = null,
  find,
  onChange,
}: MapPickerProps) {
  const ties = useField({ name, label, hasHelp: Boolean(help) });
  const [picked, setPicked] = useState<LonLat | null>(defaultValue);
  const [refusal, setRefusal] = useState('');
  const pick = (place: LonLat | null): void => {
    setPicked(place);
    setRefusal('');
    onChange?.(place);
    document.getElementById(ties.id)?.dispatchEvent(new Event('input', { bubbles: true })); // the form learns that something changed
  };
  const { place, live } = useLiveMap({ outline, tiles, picked, onPick: pick });
  const here = (): void =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => pick({ lon: coords.longitude, lat: coords.latitude }),
      () => setRefusal(t('here.refused')),
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  return (
    <ChoiceGroup ties={ties} label={label} help={help} required={required} className={className}>
      {find && <PlaceSearch find={find} onPick={pick} />}
      <div className={classNames(styles.frame, live && styles.isLive)}>
        <StaticMap outline={outline} points={picked ? [picked] : []} />
        <div className={classNames(!live && styles.waiting)}>
          <div
            ref={place}
            className={classNames(styles.live, styles.picking)}
            role="application"
            aria-label={t('pick.map')}
            aria-describedby={`${ties.id}k`}
          />
        </div>
        <Icon name="plus" className={styles.cross} />
      </div>
      <p id={`${ties.id}k`} className={styles.tools}>
        {t('pick.how')}
      </p>
      <div className={styles.tools}>
        <Button look="plain" size="small" icon="place" onClick={here}>
          {t('here')}
        </Button>
        {picked && (
          <Button look="plain" size="small" icon="cross" onClick={() => pick(null)}>
            {t('pick.remove')}
          </Button>
        )}
        <span role="status">{picked ? t('picked', { lat: degrees.format(picked.lat), lon: degrees.format(picked.lon) }) : refusal}</span>
      </div>
      <Disclosure summary={t('coordinates')}>
        <CoordinateInputs key={picked ? `${picked.lon} ${picked.lat}` : ''} place={picked} onPick={pick} />
      </Disclosure>
      {picked && (
        <>
          <input type="hidden" name={`${name}/lon`} value={picked.lon} />
          <input type="hidden" name={`${name}/lat`} value={picked.lat} />
        </>
      )}
    </ChoiceGroup>
  );
}
