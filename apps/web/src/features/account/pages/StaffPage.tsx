import { useState } from 'react';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import type { StaffMember } from '@parvis/shared/contracts/staff.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Avatar } from '../../../ui/Avatar.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { InvitationsList } from '../components/InvitationsList.tsx';
import { InviteForm } from '../components/InviteForm.tsx';
import { MemberDialog } from '../components/MemberDialog.tsx';
import fr from '../messages/fr.json';
import { staffInvitationsQuery, staffQuery } from '../queries.ts';
import styles from './StaffPage.module.css';

const t = messagesOf(fr);

function StaffPage() {
  const people = useSuspenseInfiniteQuery(staffQuery());
  const [editedId, setEditedId] = useState<string | null>(null);
  const members = people.data.pages.flatMap((page) => page.items);
  const edited = members.find((one) => one.accountId === editedId) ?? null;
  return (
    <Wrap>
      <Crumbs crumbs={[{ label: t('staff.administration'), to: addresses.administration }, { label: t('staff.title') }]} />
      <PageTitle lead={t('staff.lead')}>{t('staff.title')}</PageTitle>
      <div className={styles.page}>
        <div className={styles.main}>
          <Section title={t('staff.people')}>
            <Card look="flat" as="div">
              <ul className={styles.people}>
                {members.map((member) => (
                  <Person key={member.accountId} member={member} onEdit={() => setEditedId(member.accountId)} />
                ))}
              </ul>
            </Card>
            <LoadMore
              more={people.hasNextPage}
              onMore={() => void people.fetchNextPage()}
              loading={people.isFetchingNextPage}
              shown={members.length}
            />
          </Section>
          <InvitationsList />
        </div>
        <Card as="aside" look="lifted" aria-label={t('invite.title')} className={styles.invite}>
          <InviteForm />
        </Card>
      </div>
      <MemberDialog key={editedId} member={edited} onClose={() => setEditedId(null)} />
    </Wrap>
  );
}

function Person({ member, onEdit }: { member: StaffMember; onEdit: () => void }) {
  return (
    <li>
      <Avatar name={member.displayName} />
      <div className={styles.who}>
        <p>
          <strong>{member.displayName}</strong>
          {member.isMe && (
            <>
              {' '}
              <span className={styles.soft}>{t('staff.me')}</span>
            </>
          )}
        </p>
        <p className={styles.soft}>
          {member.title && (
            <>
              <TownWords>{member.title}</TownWords> ·{' '}
            </>
          )}
          {member.email}
        </p>
        <p className={styles.chips}>
          {member.roles.map((role) => (
            <Chip key={role} tone="accent">
              {t(`role.${role}`)}
            </Chip>
          ))}
          {member.hasSecondFactor ? (
            <Chip tone="open" icon="shield">
              {t('staff.factor.on')}
            </Chip>
          ) : (
            <Chip icon="shield">{t('staff.factor.off')}</Chip>
          )}
        </p>
      </div>
      <Button look="plain" size="small" icon="pen" onClick={onEdit} aria-label={t('staff.edit.spoken', { name: member.displayName })}>
        {t('staff.edit')}
      </Button>
    </li>
  );
}

export default definePage({
  needs: ['administrator'],
  load: () => [staffQuery(), staffInvitationsQuery()],
  head: () => ({ title: t('staff.title'), unlisted: true }),
  Page: StaffPage,
});
