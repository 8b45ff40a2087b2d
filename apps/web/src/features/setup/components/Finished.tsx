import { useEffect, useRef } from 'react';
import { messagesOf } from '../../../platform/messages.ts';
import { Card } from '../../../ui/Card.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import fr from '../messages/fr.json';
import styles from './Finished.module.css';

const t = messagesOf(fr);

/** The town stands: where to sign in, and what usually comes next. */
export function Finished({ name, signInUrl }: { name: string; signInUrl: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className={styles.finished}>
      <span className={styles.seal}>
        <Icon name="check" size="large" />
      </span>
      <h1 ref={title} tabIndex={-1}>
        {t('finished.title', { name })}
      </h1>
      <p className={styles.lead}>{t('finished.lead')}</p>
      <p>
        <a className={styles.enter} href={signInUrl}>
          {t('finished.sign-in')}
        </a>
      </p>
      <Card>
        <h2>{t('finished.next')}</h2>
        <ol className={styles.next}>
          {(['arms', 'people', 'consultation'] as const).map((key) => (
            <li key={key}>{t(`finished.next.${key}`)}</li>
          ))}
        </ol>
      </Card>
    </div>
  );
}
