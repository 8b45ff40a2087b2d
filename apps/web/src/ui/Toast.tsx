import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import { messagesOf } from '../platform/messages.ts';
import { Icon } from './Icon.tsx';
import fr from './messages/fr.json';
import styles from './Toast.module.css';

const t = messagesOf(fr);
type Say = (words: string) => void;
const ToastContext = createContext<Say>(() => {});

/** The one live region of the site: a short line at the foot of the screen, read aloud, gone after eight seconds or when closed. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<{ words: string; at: number } | null>(null);
  const say = useCallback<Say>((words) => setSaid({ words, at: Date.now() }), []);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(null), 8_000);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <ToastContext value={say}>
      {children}
      <div className={styles.region} role="status" aria-live="polite">
        {said && (
          <p key={said.at} className={styles.toast}>
            <Icon name="check" /> <span>{said.words}</span>
            <button type="button" className={styles.close} onClick={() => setSaid(null)} aria-label={t('close')}><Icon name="cross" /></button>
          </p>
        )}
      </div>
    </ToastContext>
  );
}

/** Says that an act is done, where the page itself does not show it: `const say = useToast(); say(t('saved'))`. Never for errors. */
export function useToast(): Say {
  return useContext(ToastContext);
}
