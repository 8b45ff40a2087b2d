import { useId } from 'react';
import { levels, type Level } from '@parvis/shared/rules/words.ts';
import { messagesOf } from '../../../platform/messages.ts';
import fr from '../messages/fr.json';
import styles from './OpensFields.module.css';

const t = messagesOf(fr);

interface OpensFieldsProps {
  legend: string;
  name: string;
  actions: readonly { readonly key: string; readonly label: string }[];
  opens: Readonly<Record<string, Level>>;
  onToggle: (key: string, level: Level | null) => void;
}

/** What a phase lets people do, and the level of verification that each act asks. */
export function OpensFields({ legend, name, actions, opens, onToggle }: OpensFieldsProps) {
  const id = useId();
  return (
    <fieldset className={styles.opens}>
      <legend>{legend}</legend>
      {actions.map(({ key, label }, at) => {
        const level = opens[key];
        return (
          <div key={key} className={styles.line}>
            <label>
              <input
                type="checkbox"
                name={`${name}/${at}`}
                checked={level !== undefined}
                onChange={(event) => onToggle(key, event.target.checked ? 1 : null)}
              />
              <span id={`${id}${at}`}>{label}</span>
            </label>
            {level !== undefined && (
              <select
                value={level}
                aria-label={t('phase.level.of', { action: label })}
                onChange={(event) => onToggle(key, Number(event.target.value) as Level)}
              >
                {levels
                  .filter((one) => one > 0)
                  .map((one) => (
                    <option key={one} value={one}>
                      {t(`level.${one as 1 | 2 | 3 | 4}`)}
                    </option>
                  ))}
              </select>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
