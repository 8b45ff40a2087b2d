import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { messagesOf } from '../platform/messages.ts';
import { Icon } from './Icon.tsx';
import fr from './messages/fr.json';
import { useFoot } from './use-foot.ts';
import styles from './Toast.module.css';

const t = messagesOf(fr);
type Say = (words: string) => void;
const ToastContext = createContext<Say>(() => {});

const afterLoadKey = 'parvis-said';

/** Has the next page say something, when it is loaded anew. A browser that stores nothing says nothing. */
export function sayAfterLoad(words: string): void {
  try {
    sessionStorage.setItem(afterLoadKey, words);
  } catch {
    /* storage is forbidden: the page itself shows what was done */
  }
}

function takeSaid(): string | null {
  try {
    const words = sessionStorage.getItem(afterLoadKey);
    sessionStorage.removeItem(afterLoadKey);
    return words;
  } catch {
    return null; // storage is forbidden: nothing was left there either
  }
}

/** Scrolls what has the focus out from under the toast, when nothing of it is left to see. */
function uncover(toast: DOMRect): void {
  const held = document.activeElement?.getBoundingClientRect();
  if (held && held.top >= toast.top && held.top < toast.bottom) scrollBy(0, held.bottom - toast.top + 8);
}

/** The site's line for what was done: short, at the foot of the screen above any bar, read aloud, gone after eight seconds or when closed. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<{ words: string; at: number } | null>(null);
  const say = useCallback<Say>((words) => setSaid({ words, at: Date.now() }), []);
  const region = useRef<HTMLDivElement>(null);
  useFoot('toast', region);
  useEffect(() => {
    const words = takeSaid();
    if (words) say(words);
  }, [say]);
  useEffect(() => {
    if (!said) return;
    uncover(region.current!.getBoundingClientRect());
    const timer = setTimeout(() => setSaid(null), 8_000);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <ToastContext value={say}>
      {children}
      <div ref={region} className={styles.region} role="status" aria-live="polite">
        {said && (
          <p key={said.at} className={styles.toast}>
            <Icon name="check" /> <span>{said.words}</span>
            <button type="button" className={styles.close} onClick={() => setSaid(null)} aria-label={t('close')}>
              <Icon name="cross" />
            </button>
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
