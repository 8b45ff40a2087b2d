import { classNames } from './class-names.ts';
import styles from './Avatar.module.css';

/** The first letters of a name in a disc; decorative, for the name stands beside it. */
export function Avatar({ name, size = 'normal' }: { name: string; size?: 'small' | 'normal' }) {
  const words = name.split(/[\s'’-]+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word ? String.fromCodePoint(word.codePointAt(0)!) : ''))
    .join('');
  return (
    <span className={classNames(styles.avatar, styles[size])} aria-hidden="true">
      {letters.toLocaleUpperCase()}
    </span>
  );
}
