import { useDeferredValue, useId, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Commune } from '@parvis/shared/contracts/municipalities.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import fr from '../messages/fr.json';
import { communesQuery } from '../queries.ts';
import styles from './CommuneSearch.module.css';

const t = messagesOf(fr);

interface CommuneSearchProps {
  readonly onChoose: (commune: Commune) => void;
  readonly onNone: () => void;
}

/** The official list of communes, searched while one types; each find is a button. */
export function CommuneSearch({ onChoose, onNone }: CommuneSearchProps) {
  const title = useId();
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const search = useQuery({ ...communesQuery(wanted), enabled: wanted.length >= 2, placeholderData: (before) => before });
  const found = wanted.length >= 2 ? search.data?.items : undefined;
  return (
    <Stack>
      <TextField
        name="commune"
        type="search"
        label={t('search.label')}
        help={t('search.help')}
        autoComplete="off"
        autoFocus={false}
        onChange={(event) => setTyped(event.target.value)}
        size="medium"
        required
      />
      <p role="status" className={styles.said} id={title}>
        {found && t('search.found', { count: found.length })}
      </p>
      {found && found.length > 0 && (
        <ul className={styles.found} aria-labelledby={title}>
          {found.map((commune) => (
            <li key={commune.code}>
              <button type="button" className={styles.commune} onClick={() => onChoose(commune)}>
                <span className={styles.name}>{commune.name}</span>
                <span className={styles.facts}>
                  {t('search.facts', {
                    department: commune.department,
                    codes: commune.postalCodes.slice(0, 3).join(', '),
                    code: commune.code,
                    count: commune.population,
                  })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ProblemNote problem={search.error} />
      <p>
        <Button look="plain" onClick={onNone}>
          {t('search.none')}
        </Button>
      </p>
    </Stack>
  );
}
