import type { ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Notice.module.css';

/** What a notice is about: something to know, something that waits, an error, something done. */
export type NoticeTone = 'info' | 'wait' | 'error' | 'success';

const icons: Record<NoticeTone, IconName> = { info: 'info', wait: 'clock', error: 'warning', success: 'check' };

interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  /** Acts that answer it. */
  actions?: ReactNode;
  /** `alert` or `status` when it appears after the page. */
  role?: 'alert' | 'status';
  ref?: Ref<HTMLDivElement>;
}

/** A message that stands in the page. It can take the focus through `ref`. */
export function Notice({ tone = 'info', title, children, actions, role, ref }: NoticeProps) {
  return (
    <div ref={ref} role={role} tabIndex={ref ? -1 : undefined} className={classNames(styles.notice, styles[tone])}>
      <Icon name={icons[tone]} size="large" />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {typeof children === 'string' ? <p>{children}</p> : children}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
