import { messagesOf } from '../../../platform/messages.ts';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import fr from '../messages/fr.json';
import styles from './Promises.module.css';

const t = messagesOf(fr);

const promises: readonly { readonly key: 'ask' | 'answer' | 'prove'; readonly icon: IconName }[] = [
  { key: 'ask', icon: 'speech' },
  { key: 'answer', icon: 'reply' },
  { key: 'prove', icon: 'scale' },
];

/** What the software is for, in three sentences. */
export function Promises() {
  return (
    <ul className={styles.promises}>
      {promises.map(({ key, icon }) => (
        <li key={key} className={styles.promise}>
          <span className={styles.disc}>
            <Icon name={icon} size="large" />
          </span>
          <h2 className={styles.title}>{t(`promise.${key}.title`)}</h2>
          <p>{t(`promise.${key}.text`)}</p>
        </li>
      ))}
    </ul>
  );
}
