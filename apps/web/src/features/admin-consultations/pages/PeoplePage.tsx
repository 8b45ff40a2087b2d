import { useMutation, useQueryClient, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '../../../platform/router/router.tsx';
import { inviteToConsultation, removeFromRoll } from '@parvis/shared/contracts/rolls.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { Section } from '../../../ui/Section.tsx';
import { EditorFrame } from '../components/EditorFrame.tsx';
import { InviteForm } from '../components/InviteForm.tsx';
import fr from '../messages/fr.json';
import { adminKeys, adminQuery, rollQuery } from '../queries.ts';
import { sectionPath } from '../sections.ts';

const t = messagesOf(fr);

function PeoplePage() {
  const { id = '' } = useParams();
  const client = useQueryClient();
  const { data: consultation } = useSuspenseQuery(adminQuery(id));
  const roll = useSuspenseInfiniteQuery(rollQuery(id));
  const again = (): void => {
    void client.invalidateQueries({ queryKey: adminKeys.roll(id) });
    void client.invalidateQueries({ queryKey: adminKeys.one(id) });
  };
  const invite = useMutation({
    mutationFn: (addresses: string) => call(inviteToConsultation, { params: { consultationId: id }, body: { addresses } }),
    onSuccess: again,
  });
  const remove = useMutation({
    mutationFn: (email: string) => call(removeFromRoll, { params: { consultationId: id }, body: { email } }),
    onSuccess: again,
  });
  const people = roll.data.pages.flatMap((page) => page.items);
  const isDraft = consultation.state === 'draft';
  return (
    <EditorFrame consultation={consultation} section="people">
      {consultation.visibility === 'public' ? (
        <Notice title={t('people.public')}>
          <p>{t.rich('people.public.detail', { link: (words) => <Link to={sectionPath(id, 'presentation')}>{words}</Link> })}</p>
        </Notice>
      ) : (
        <>
          <Section title={t('people.invite')} lead={t(isDraft ? 'people.invite.lead.draft' : 'people.invite.lead')}>
            <InviteForm invite={invite} />
          </Section>
          <Section
            title={t('people.roll', { count: consultation.roll.people })}
            lead={consultation.roll.people > 0 ? t('people.joined', { count: consultation.roll.joined }) : undefined}
          >
            <ProblemNote problem={remove.error} />
            <DataTable
              caption={t('people.roll.caption')}
              rows={people}
              rowKey={(row) => row.email}
              empty={t('people.none')}
              columns={[
                { key: 'email', header: t('people.email'), cell: (row) => row.email, rowHeader: true },
                {
                  key: 'state',
                  header: t('people.state'),
                  cell: (row) =>
                    row.hasJoined
                      ? t('people.has-joined')
                      : row.invitedAt
                        ? t.rich('people.invited-on', { date: <DateText date={row.invitedAt} form="short" /> })
                        : t('people.waiting'),
                },
                {
                  key: 'act',
                  header: t('people.act'),
                  cell: (row) => (
                    <Button
                      look="plain"
                      size="small"
                      icon="trash"
                      aria-label={t('people.remove', { email: row.email })}
                      loading={remove.isPending && remove.variables === row.email}
                      onClick={() => remove.mutate(row.email)}
                    >
                      {t('remove')}
                    </Button>
                  ),
                },
              ]}
            />
            <LoadMore
              more={roll.hasNextPage}
              onMore={() => void roll.fetchNextPage()}
              loading={roll.isFetchingNextPage}
              problem={roll.error}
            />
          </Section>
        </>
      )}
      {isDraft && (
        <p>
          <LinkButton to={sectionPath(id, 'publish')}>{t('people.next')}</LinkButton>
        </p>
      )}
    </EditorFrame>
  );
}

export default definePage({
  needs: ['administrator'],
  load: ({ params }) => [adminQuery(params['id'] ?? ''), rollQuery(params['id'] ?? '')],
  head: ({ params, read }) => ({ title: `${t('section.people')} – ${read(adminQuery(params['id'] ?? '')).title}`, unlisted: true }),
  Page: PeoplePage,
});
