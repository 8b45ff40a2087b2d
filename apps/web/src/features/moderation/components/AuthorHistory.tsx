import { Link } from '../../../platform/router/router.tsx';
import type { ModerationCase } from '@parvis/shared/contracts/moderation.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { StateChips } from '../../contributions/components/StateChips.tsx';
import fr from '../messages/fr.json';
import styles from '../moderation.module.css';

const t = messagesOf(fr);

/** The author's latest texts and what was decided about them: to tell a slip from a habit. */
export function AuthorHistory({ author }: { author: ModerationCase['author'] }) {
  if (author.latest.length === 0) return null;
  return (
    <Disclosure summary={t('case.history')}>
      <ul className={styles.list}>
        {author.latest.map((card) => (
          <li key={card.id}>
            <Link to={card.path}>
              <TownWords>{card.excerpt || card.title}</TownWords>
            </Link>{' '}
            <StateChips states={card.states} status={card.kind !== 'comment'} />
          </li>
        ))}
      </ul>
      {author.decisions.length > 0 && (
        <>
          <h3>{t('case.decisions')}</h3>
          <ul className={styles.list}>
            {author.decisions.map((one) => (
              <li key={one.decidedAt}>
                {t(`past.${one.act}`)}, <TownWords>{one.ruleTitle}</TownWords>
                <small>
                  <DateText date={one.decidedAt} />
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </Disclosure>
  );
}
