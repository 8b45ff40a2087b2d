import type { ReactNode } from 'react';
import { messagesOf } from '../platform/messages.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import fr from './messages/fr.json';
import styles from './Timeline.module.css';

const t = messagesOf(fr);

/** One moment of a life line. */
export interface Moment {
  readonly key: string;
  readonly label: ReactNode;
  /** Date, place, amount: small, below. */
  readonly detail?: ReactNode;
  readonly state: 'done' | 'now' | 'ahead';
}

/** A life line from top to bottom: what was, what is, what is to come. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <ol className={styles.line}>
      {moments.map(({ key, label, detail, state }) => (
        <li key={key} className={styles[state]} aria-current={state === 'now' ? 'step' : undefined}>
          <div>
            <strong>{label}</strong>
            {detail && <span className={styles.detail}>{detail}</span>}
            <VisuallyHidden> ({t(`moment.${state}`)})</VisuallyHidden>
          </div>
        </li>
      ))}
    </ol>
  );
}
