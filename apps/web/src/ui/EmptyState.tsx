import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  title: ReactNode;
  /** Why there is nothing, or what would fill it. */
  children?: ReactNode;
  /** The act that fills it. */
  action?: ReactNode;
  icon?: IconName;
}

/** Stands where a list would: says why it is empty and what one can do. */
export function EmptyState({ title, children, action, icon = 'paper' }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <span className={styles.picture}>
        <Icon name={icon} size="large" />
      </span>
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.words}>{children}</div>}
      {action}
    </div>
  );
}
