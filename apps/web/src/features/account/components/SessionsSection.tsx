import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { SessionView } from '@parvis/shared/contracts/accounts.ts';
import { endOtherSessions, endSession } from '@parvis/shared/contracts/my-account.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../messages/fr.json';
import { sessionsQuery } from '../queries.ts';
import styles from './Sections.module.css';

const t = messagesOf(fr);

/** Where the account is signed in; each place can be signed out from here. */
export function SessionsSection() {
  const client = useQueryClient();
  const say = useToast();
  const { items } = useSuspenseQuery(sessionsQuery()).data;
  const end = useMutation({
    mutationFn: (session: SessionView | null): Promise<void> =>
      session ? call(endSession, { params: { sessionId: session.id } }) : call(endOtherSessions),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery().queryKey }),
    onSuccess: () => say(t('sessions.ended')),
  });
  const others = items.filter((one) => !one.isThisOne);
  return (
    <>
      <ProblemNote problem={end.error} />
      <ul className={styles.lines}>
        {items.map((one) => (
          <li key={one.id}>
            <span className={styles.mark}>
              <Icon name={one.isThisOne ? 'check' : 'globe'} />
            </span>
            <span className={styles.words}>
              <strong>{one.device || t('sessions.unknown')}</strong> {one.isThisOne && <Chip tone="accent">{t('sessions.this')}</Chip>}
              <span className={styles.small}>
                {t.rich('sessions.since', {
                  since: <DateText date={one.createdAt} />,
                  seen: <DateText date={one.seenAt} form="relative" />,
                })}
              </span>
            </span>
            {!one.isThisOne && (
              <Button
                look="plain"
                size="small"
                onClick={() => end.mutate(one)}
                aria-label={t('sessions.end.spoken', { device: one.device || t('sessions.unknown') })}
              >
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <p>
          <Button look="quiet" onClick={() => end.mutate(null)} loading={end.isPending}>
            {t('sessions.end-others', { count: others.length })}
          </Button>
        </p>
      )}
    </>
  );
}
