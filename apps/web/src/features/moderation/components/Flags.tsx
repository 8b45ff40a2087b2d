import type { ModerationCase } from '@parvis/shared/contracts/moderation.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import fr from '../messages/fr.json';
import styles from '../moderation.module.css';

const t = messagesOf(fr);

/** Who flagged is not told to moderators, only on what ground, in which words, and whether with an account. */
export function Flags({ flags }: { flags: ModerationCase['flags'] }) {
  if (flags.length === 0) return null;
  return (
    <section aria-labelledby="signalements">
      <h3 id="signalements">{t('case.flags')}</h3>
      <ul className={styles.list}>
        {flags.map((flag) => (
          <li key={flag.id}>
            <strong>{t(`ground.${flag.ground}`)}</strong>
            {flag.text && (
              <>
                {' '}
                « <TownWords>{flag.text}</TownWords> »
              </>
            )}
            <small>
              <DateText date={flag.createdAt} form="relative" />, {t(flag.hasAccount ? 'case.flags.account' : 'case.flags.noAccount')}
              {!flag.isOpen && <>, {t('case.flags.settled')}</>}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
