import { classNames } from '../class-names.ts';
import { messagesOf } from '../../platform/messages.ts';
import { VisuallyHidden } from '../VisuallyHidden.tsx';
import fr from './messages/fr.json';
import styles from './Field.module.css';

const t = messagesOf(fr);

/** How many characters are left, or too many. Read aloud only near the end, so that it does not speak over typing. */
export function CharactersLeft({ id, left, max }: { id: string; left: number; max: number }) {
  const words = left < 0 ? t('over', { count: -left }) : t('left', { count: left });
  return (
    <>
      <span id={id} className={classNames(styles.left, left < 0 && styles.over)}>
        {words}
      </span>
      <VisuallyHidden>
        <span role="status">{left <= Math.min(20, max / 10) ? words : ''}</span>
      </VisuallyHidden>
    </>
  );
}
