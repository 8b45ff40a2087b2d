import { messagesOf } from '../../../platform/messages.ts';
import { Icon, iconNames } from '../../../ui/Icon.tsx';
import { Section } from '../../../ui/Section.tsx';
import fr from './messages/fr.json';
import styles from './samples.module.css';

const t = messagesOf(fr);
const tokens = [
  'paper',
  'card',
  'ink',
  'ink-soft',
  'line',
  'line-strong',
  'accent',
  'accent-soft',
  'accent-line',
  'for',
  'for-soft',
  'against',
  'against-soft',
  'neutral',
  'neutral-soft',
  'wait',
  'wait-soft',
  'sun',
  'error',
  'error-soft',
];

/** Colours and icons. */
export function TokenSamples() {
  return (
    <>
      <Section title={t('colours')} look="band">
        <ul className={styles.swatches}>
          {tokens.map((token) => (
            <li key={token} className={styles.swatch}>
              <svg aria-hidden="true">
                <rect width="100%" height="100%" fill={`var(--${token})`} />
              </svg>
              {token}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('icons')} look="band">
        <ul className={styles.icons}>
          {iconNames.map((name) => (
            <li key={name}>
              <Icon name={name} size="large" />
              {name}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
