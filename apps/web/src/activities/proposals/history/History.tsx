import type { ProposalView } from '@parvis/shared/activities/proposals/contract.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import fr from './messages/fr.json';
import styles from './History.module.css';

const t = messagesOf(fr);

/** Everything that happened to the proposal in public: who, in which role, when, what, why. */
export function History({ entries }: { entries: ProposalView['history'] }) {
  if (entries.length === 0) return null;
  return (
    <Disclosure summary={t('history.title', { count: entries.length })}>
      <ol className={styles.history}>
        {entries.map((entry, at) => {
          const act = `history.act.${entry.act}`,
            role = `history.role.${entry.role}`;
          return (
            <li key={at}>
              <DateText date={entry.at} form="time" />{' '}
              <strong>{t.has(act) ? t(act as 'history.act.published') : t('history.act.other')}</strong>
              <span>{[entry.actorName, t.has(role) ? t(role as 'history.role.citizen') : ''].filter(Boolean).join(', ')}</span>
              {entry.reason && (
                <p>
                  <TownWords>{entry.reason}</TownWords>
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </Disclosure>
  );
}
