import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '../../../platform/router/router.tsx';
import { acceptInvitation, type InvitationView, type SignedIn } from '@parvis/shared/contracts/accounts.ts';
import { addresses } from '../../../platform/addresses.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { useTown, useViewer } from '../../../platform/site.tsx';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useArriveAt } from '../arrival.ts';
import { DoorFrame } from '../components/DoorFrame.tsx';
import { NewPasswordField } from '../components/PasswordField.tsx';
import fr from '../messages/fr.json';
import { invitationQuery } from '../queries.ts';
import styles from '../components/Sections.module.css';

const t = messagesOf(fr);

function InvitationPage() {
  const { token = '' } = useParams();
  const town = useTown();
  const { data: invitation } = useSuspenseQuery(invitationQuery(token));
  const arriveAt = useArriveAt();
  const accept = useMutation({
    mutationFn: (body: { displayName?: string; password?: string }) => call(acceptInvitation, { params: { token }, body }),
    onSuccess: ({ next }: SignedIn) => arriveAt(next === 'second-factor-setup' ? '/compte/second-facteur' : deskOf(invitation.roles)),
  });
  const busy = accept.isPending || accept.isSuccess;
  return (
    <DoorFrame
      title={t('invitation.title', { town: town.name })}
      lead={invitation.invitedBy ? t('invitation.by', { name: invitation.invitedBy }) : undefined}
    >
      <InvitationFacts invitation={invitation} />
      {invitation.account === 'none' && (
        <Form
          problem={accept.error}
          onSubmit={(values) => accept.mutate({ displayName: values.text('displayName'), password: values.text('password') })}
          aria-label={t('invitation.accept')}
        >
          <TextField
            name="displayName"
            label={t('invitation.name')}
            help={t('invitation.name.help')}
            required
            autoComplete="name"
            maxLength={60}
          />
          <NewPasswordField label={t('password.label')} />
          <SubmitBar>
            <Button type="submit" wide loading={busy}>
              {t('invitation.accept')}
            </Button>
          </SubmitBar>
        </Form>
      )}
      {invitation.account === 'mine' && (
        <>
          <ProblemNote problem={accept.error} focus />
          <SubmitBar>
            <Button wide loading={busy} onClick={() => accept.mutate({})}>
              {t('invitation.accept')}
            </Button>
          </SubmitBar>
        </>
      )}
      {invitation.account === 'other' && <OwnersOnly token={token} />}
    </DoorFrame>
  );
}

/** Where somebody who just joined begins to work. */
function deskOf(roles: InvitationView['roles']): string {
  const desks = {
    administrator: addresses.administration,
    moderator: addresses.moderation,
    official: addresses.responses,
    facilitator: addresses.counter,
  } as const;
  const [first] = (['administrator', 'moderator', 'official', 'facilitator'] as const).filter((role) => roles.includes(role));
  return first ? desks[first] : addresses.account;
}

function InvitationFacts({ invitation }: { invitation: InvitationView }) {
  return (
    <>
      <p className={styles.roles}>
        {invitation.roles.map((role) => (
          <Chip key={role} tone="accent">
            {t.has(`role.${role}`) ? t(`role.${role}` as 'role.moderator') : role}
          </Chip>
        ))}
      </p>
      <p>{t.rich('invitation.for', { email: <strong>{invitation.email}</strong>, until: <DateText date={invitation.expiresAt} /> })}</p>
    </>
  );
}

/** The invited address has an account: its owner signs in first. */
function OwnersOnly({ token }: { token: string }) {
  const viewer = useViewer();
  return (
    <>
      <Notice tone="wait">{t(viewer ? 'invitation.other-account' : 'invitation.sign-in')}</Notice>
      <SubmitBar>
        {viewer ? (
          <Link to={addresses.signOut}>{t('sign-out.do')}</Link>
        ) : (
          <LinkButton wide to={addresses.signIn(`/invitation/${token}`)}>
            {t('sign-in.do')}
          </LinkButton>
        )}
      </SubmitBar>
    </>
  );
}

export default definePage({
  load: ({ params }) => [invitationQuery(params['token'] ?? '')],
  head: ({ site }) => ({ title: t('invitation.title', { town: site.town?.name ?? '' }), unlisted: true }),
  Page: InvitationPage,
});
