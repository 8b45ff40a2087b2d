import { messagesOf } from '../platform/messages.ts';
import fr from './messages/fr.json';
import { Wrap } from './Wrap.tsx';
import styles from './LoadingState.module.css';

const t = messagesOf(fr);

/** Holds the place of what is coming: grey lines where the text will be. `lines` says how many. */
export function LoadingState({ lines = 4, bare = false }: { lines?: number; bare?: boolean }) {
  const shape = (
    <div className={styles.loading} role="status">
      <span className={styles.words}>{t('loading')}</span>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} className={styles.line} aria-hidden="true" />
      ))}
    </div>
  );
  return bare ? shape : <Wrap>{shape}</Wrap>;
}
