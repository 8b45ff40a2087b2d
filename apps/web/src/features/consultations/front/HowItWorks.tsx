import { messagesOf } from '../../../platform/messages.ts';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { Section } from '../../../ui/Section.tsx';
import fr from './messages/fr.json';
import styles from './HowItWorks.module.css';

const t = messagesOf(fr);

const steps: readonly { readonly code: 'read' | 'propose' | 'answer' | 'follow'; readonly icon: IconName }[] = [
  { code: 'read', icon: 'page' },
  { code: 'propose', icon: 'speech' },
  { code: 'answer', icon: 'reply' },
  { code: 'follow', icon: 'check' },
];

/** What a consultation is, in four steps: for whoever comes for the first time. */
export function HowItWorks() {
  return (
    <Section look="band" title={t('how.title')}>
      <ol className={styles.steps}>
        {steps.map(({ code, icon }) => (
          <li key={code}>
            <span className={styles.picture}>
              <Icon name={icon} size="large" />
            </span>
            <h3>{t(`how.${code}`)}</h3>
            <p>{t(`how.${code}.detail`)}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
