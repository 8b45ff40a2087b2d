import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Chip.module.css';

/** What a chip's colour says; its words say it too. */
export type ChipTone = 'open' | 'wait' | 'no' | 'accent' | 'neutral';

interface ChipProps {
  children: ReactNode;
  tone?: ChipTone;
  icon?: IconName;
  /** A dot before the words: something is going on now. */
  live?: boolean;
}

/** A state or a kind, in a word or three. Never a button. */
export function Chip({ children, tone = 'neutral', icon, live = false }: ChipProps) {
  return (
    <span className={classNames(styles.chip, styles[tone], live && styles.live)}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
