import { useEffect, useRef, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './ScrollLine.module.css';

interface ScrollLineProps {
  /** Changes with the current link, which is then brought into sight. */
  current: string | number;
  className?: string | undefined;
  children: ReactNode;
}

/** One line of links that scrolls by itself where it is longer than the screen; its edges fade where more follows. */
export function ScrollLine({ current, className, children }: ScrollLineProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = line.current;
    const link = box?.querySelector('[aria-current]');
    if (!box || !link) return;
    const [all, one] = [box.getBoundingClientRect(), link.getBoundingClientRect()];
    box.scrollLeft += one.left - all.left - (all.width - one.width) / 2;
  }, [current]);
  return (
    <div ref={line} className={classNames(styles.line, className)}>
      {children}
    </div>
  );
}
