import { useEffect, useId, useRef, type ReactNode } from 'react';
import { messagesOf } from '../platform/messages.ts';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import fr from './messages/fr.json';
import styles from './Dialog.module.css';

const t = messagesOf(fr);

interface DialogProps {
  open: boolean;
  /** Asked by Escape and by the cross; the page sets `open` to false. */
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons at the foot; not needed when the content is a Form with its SubmitBar. */
  actions?: ReactNode;
  size?: 'normal' | 'wide';
}

/**
 * A question in front of the page, in the browser's own `<dialog>`: the rest is inert, Escape closes, the focus goes in (to the title,
 * so that it is read) and back to where it was. A click beside it does nothing, so that no text is lost.
 */
export function Dialog({ open, onClose, title, children, actions, size = 'normal' }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog || !open) return;
    const before = document.activeElement;
    dialog.showModal();
    heading.current?.focus();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={box}
      aria-labelledby={titleId}
      className={classNames(styles.dialog, styles[size])}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId} ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        <button type="button" className={styles.close} onClick={onClose} aria-label={t('close')}>
          <Icon name="cross" size="large" />
        </button>
      </div>
      <div className={styles.body}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </dialog>
  );
}
