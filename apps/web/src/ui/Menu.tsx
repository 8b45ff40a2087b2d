import { useEffect, useRef, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import styles from './Menu.module.css';

interface MenuProps {
  /** What the closed menu shows. */
  label: ReactNode;
  /** What is read aloud instead of `label`, when its picture says too little. */
  spoken?: string;
  children: ReactNode;
  align?: 'start' | 'end';
  className?: string | undefined;
}

/** A disclosure that opens a sheet of links: works without any script; with one, Escape, a click elsewhere and a followed link close it. */
export function Menu({ label, spoken, children, align = 'end', className }: MenuProps) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event): void => {
      const details = box.current;
      if (!details?.open) return;
      const target = event.target as Element;
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !details.contains(target) || target.closest('a')) {
        details.open = false;
        if (event instanceof KeyboardEvent) details.querySelector('summary')?.focus();
      }
    };
    document.addEventListener('keydown', close);
    document.addEventListener('click', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('click', close);
    };
  }, []);
  return (
    <details ref={box} className={classNames(styles.menu, className)}>
      <summary className={styles.summary}>
        {spoken ? (
          <>
            <span className={styles.shown} aria-hidden="true">
              {label}
            </span>
            <VisuallyHidden>{spoken}</VisuallyHidden>
          </>
        ) : (
          label
        )}
        <Icon name="chevron-down" className={styles.chevron} />
      </summary>
      <div className={classNames(styles.sheet, styles[align])}>{children}</div>
    </details>
  );
}
