import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { messagesOf } from '../../platform/messages.ts';
import { Button } from '../Button.tsx';
import field from '../form/Field.module.css';
import { ProblemNote } from '../ProblemNote.tsx';
import type { LonLat } from './mercator.ts';
import fr from './messages/fr.json';
import styles from './MapView.module.css';

const t = messagesOf(fr);

/** An address or a name that was found. */
export interface FoundPlace extends LonLat {
  readonly label: string;
}

/** Looks words up. @throws Problem */
export type FindPlaces = (words: string) => Promise<readonly FoundPlace[]>;

/** Finds a place by its address; what is found is a list of buttons. */
export function PlaceSearch({ find, onPick }: { find: FindPlaces; onPick: (place: LonLat) => void }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<readonly FoundPlace[] | null>(null);
  const [problem, setProblem] = useState<Error | null>(null);
  const search = (): void => {
    setProblem(null);
    find(input.current?.value ?? '').then(setFound, setProblem);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      search();
    }
  };
  return (
    <div className={field.field}>
      <label htmlFor={id} className={field.label}>
        {t('address')}
      </label>
      <div className={field.joined}>
        <input ref={input} id={id} type="search" className={field.control} autoComplete="street-address" onKeyDown={onKey} />
        <Button look="quiet" size="small" onClick={search}>
          {t('address.find')}
        </Button>
      </div>
      <ProblemNote problem={problem} />
      <p role="status">{found && t('address.found', { count: found.length })}</p>
      {found && found.length > 0 && (
        <ul className={styles.found}>
          {found.map((place) => (
            <li key={`${place.label} ${place.lon}`}>
              <button
                type="button"
                onClick={() => {
                  onPick(place);
                  setFound(null);
                }}
              >
                {place.label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
