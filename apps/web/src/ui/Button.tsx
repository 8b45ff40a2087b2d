import { useContext, useId, type ButtonHTMLAttributes, type MouseEvent, type ReactNode } from 'react';
import type { To } from '../platform/router/location.ts';
import { Link } from '../platform/router/router.tsx';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './Icon.tsx';
import { WaitingContext } from './waiting.ts';
import styles from './Button.module.css';

interface Look {
  /** `main` is the one act of a screen; `quiet` a second; `plain` a tool; `danger` what cannot be undone. */
  look?: 'main' | 'quiet' | 'plain' | 'danger';
  size?: 'small' | 'normal';
  /** As wide as its place. */
  wide?: boolean;
  icon?: IconName;
}

interface ButtonProps extends Look, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  children: ReactNode;
  /** Something is on its way: a second click does nothing, the words stay. */
  loading?: boolean;
  disabled?: boolean;
  /** Why it is disabled, in sight below the button. It stays reachable by keyboard, so that the reason can be heard. */
  reason?: ReactNode;
}

function classOf({ look = 'main', size = 'normal', wide = false }: Look): string {
  return classNames(styles.button, styles[look], size === 'small' && styles.small, wide && styles.wide);
}

/** An act. Never hidden when it may not be done: disabled, with its reason in sight. */
export function Button({
  look,
  size,
  wide,
  icon,
  children,
  loading = false,
  disabled = false,
  reason,
  className,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const why = useId();
  const isWaiting = useContext(WaitingContext);
  const off = disabled || loading;
  const guarded = (event: MouseEvent<HTMLButtonElement>): void => {
    if (off) event.preventDefault();
    else onClick?.(event);
  };
  const button = (
    <button
      {...rest}
      type={type}
      disabled={type === 'submit' && isWaiting}
      onClick={guarded}
      className={classNames(classOf({ look, size, wide }), className)}
      aria-disabled={off || undefined}
      aria-busy={loading || undefined}
      aria-describedby={reason ? classNames(why, rest['aria-describedby']) : rest['aria-describedby']}
    >
      {loading ? <span className={styles.turning} aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
  if (!reason) return button;
  return (
    <span className={classNames(styles.explained, wide && styles.wide)}>
      {button}
      <span id={why} className={styles.reason}>
        {reason}
      </span>
    </span>
  );
}

interface LinkButtonProps extends Look {
  children: ReactNode;
  to: To;
  className?: string;
}

/** A link that looks like a button: it leads to where something is done. `to` is an address below the language. */
export function LinkButton({ look, size, wide, icon, children, to, className }: LinkButtonProps) {
  return (
    <Link to={to} className={classNames(classOf({ look, size, wide }), className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
