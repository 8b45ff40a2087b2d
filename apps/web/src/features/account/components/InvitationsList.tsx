import { useMutation, useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { withdrawInvitation, type StaffInvitation } from '@parvis/shared/contracts/staff.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../messages/fr.json';
import { accountKeys, staffInvitationsQuery } from '../queries.ts';
import styles from '../pages/StaffPage.module.css';

const t = messagesOf(fr);

/** Invitations that nobody has taken yet; nothing where there are none. */
export function InvitationsList() {
  const client = useQueryClient();
  const say = useToast();
  const list = useSuspenseInfiniteQuery(staffInvitationsQuery());
  const withdraw = useMutation({
    mutationFn: ({ id }: StaffInvitation) => call(withdrawInvitation, { params: { invitationId: id } }),
    onSettled: () => client.invalidateQueries({ queryKey: accountKeys.staff }),
    onSuccess: () => say(t('invitations.withdrawn')),
  });
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return null;
  return (
    <Section title={t('invitations.title')}>
      <ProblemNote problem={withdraw.error} />
      <Card look="flat">
        <ul className={styles.people}>
          {items.map((one) => (
            <li key={one.id}>
              <div className={styles.who}>
                <p>
                  <strong>{one.email}</strong>
                </p>
                <p className={styles.soft}>
                  {one.isExpired
                    ? t.rich('invitations.expired', { date: <DateText date={one.expiresAt} /> })
                    : t.rich('invitations.until', { date: <DateText date={one.expiresAt} /> })}
                </p>
                <p className={styles.chips}>
                  {one.roles.map((role) => (
                    <Chip key={role} tone={one.isExpired ? 'neutral' : 'wait'}>
                      {t(`role.${role}`)}
                    </Chip>
                  ))}
                </p>
              </div>
              <Button
                look="plain"
                size="small"
                icon="cross"
                onClick={() => withdraw.mutate(one)}
                aria-label={t('invitations.withdraw.spoken', { email: one.email })}
              >
                {t('invitations.withdraw')}
              </Button>
            </li>
          ))}
        </ul>
      </Card>
      <LoadMore more={list.hasNextPage} onMore={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} />
    </Section>
  );
}
