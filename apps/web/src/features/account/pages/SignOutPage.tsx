import { useMutation } from '@tanstack/react-query';
import { Link, useQueryString } from '../../../platform/router/router.tsx';
import { signOut } from '@parvis/shared/contracts/accounts.ts';
import { addresses } from '../../../platform/addresses.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { useViewer } from '../../../platform/site.tsx';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { useArriveAt } from '../arrival.ts';
import { DoorFrame } from '../components/DoorFrame.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

function SignOutPage() {
  const viewer = useViewer();
  const arriveAt = useArriveAt();
  const search = useQueryString();
  const leave = useMutation({ mutationFn: () => call(signOut), onSuccess: () => arriveAt('/') });
  if (!viewer) {
    const isErased = search.has('supprime');
    return (
      <DoorFrame title={t(isErased ? 'erase.done' : 'sign-out.already')} lead={t(isErased ? 'erase.done.lead' : 'sign-out.already.lead')}>
        <SubmitBar>
          <LinkButton to="/">{t('sign-out.home')}</LinkButton>
        </SubmitBar>
      </DoorFrame>
    );
  }
  return (
    <DoorFrame
      title={t('sign-out.title')}
      lead={t('sign-out.lead', { name: viewer.displayName })}
      below={
        <p>
          <Link to={addresses.account}>{t('sign-out.devices')}</Link>
        </p>
      }
    >
      <ProblemNote problem={leave.error} />
      <SubmitBar>
        <Button wide icon="logout" loading={leave.isPending || leave.isSuccess} onClick={() => leave.mutate()}>
          {t('sign-out.do')}
        </Button>
      </SubmitBar>
    </DoorFrame>
  );
}

export default definePage({ head: () => ({ title: t('sign-out.title'), unlisted: true }), Page: SignOutPage });
