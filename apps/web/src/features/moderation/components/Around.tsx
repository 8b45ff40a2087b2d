import type { ModerationCase } from '@parvis/shared/contracts/moderation.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { DateText } from '../../../ui/DateText.tsx';
import { LinkedText } from '../../../ui/LinkedText.tsx';
import fr from '../messages/fr.json';
import styles from '../moderation.module.css';

const t = messagesOf(fr);

/** What the content is about and what stands beside it. */
export function Around({ around }: { around: ModerationCase['around'] }) {
  if (around.length === 0) return null;
  return (
    <section aria-labelledby="autour">
      <h3 id="autour">{t('case.around')}</h3>
      <ol className={styles.around}>
        {around.map((one) => (
          <li key={one.id}>
            <p className={styles.aroundMeta}>
              <span>{t(`case.around.${one.role}`)}</span>
              <strong>{one.author || t('author.unknown')}</strong>
              {one.publishedAt && <DateText date={one.publishedAt} form="day" />}
            </p>
            <LinkedText text={one.text} />
          </li>
        ))}
      </ol>
    </section>
  );
}
