import type { DecisionView } from '@parvis/shared/contracts/moderation.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import fr from '../messages/fr.json';
import styles from '../moderation.module.css';

const t = messagesOf(fr);

/** What was decided about this content so far; nothing is ever taken out of it. */
export function PastDecisions({ decisions }: { decisions: readonly DecisionView[] }) {
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions">
      <h3 id="decisions">{t('case.past')}</h3>
      <ol className={styles.list}>
        {decisions.map((one) => (
          <li key={one.id}>
            <strong>
              {t.rich('case.past.by', {
                act: t(`past.${one.act}`),
                name: one.decidedBy,
                number: one.rule.number,
                rule: <TownWords>{one.rule.title}</TownWords>,
              })}
            </strong>
            <span>
              <TownWords>{one.reason}</TownWords>
            </span>
            <small>
              <DateText date={one.decidedAt} form="time" />
              {one.isAppeal && <>, {t('case.past.appeal')}</>}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
