import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from '../../../platform/router/router.tsx';
import { follow, unfollow } from '@parvis/shared/contracts/notifications.ts';
import { addresses } from '../../../platform/addresses.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { idempotent } from '../../../platform/query-client.ts';
import { useViewer } from '../../../platform/site.tsx';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import fr from './messages/fr.json';
import { followQuery } from '../queries.ts';

const t = messagesOf(fr);

interface FollowButtonProps {
  contributionId: string;
  size?: 'small' | 'normal';
}

/** Asks to be told of what becomes of a contribution. Visitors are led to sign in and back; authors and supporters follow already. */
export function FollowButton({ contributionId, size = 'normal' }: FollowButtonProps) {
  const viewer = useViewer();
  const { pathname, search } = useLocation();
  if (!viewer)
    return (
      <LinkButton look="quiet" size={size} icon="bell" to={addresses.signIn(`${pathname}${search}`)}>
        {t('follow.do')}
      </LinkButton>
    );
  return <FollowSwitch contributionId={contributionId} size={size} />;
}

function FollowSwitch({ contributionId, size }: Required<FollowButtonProps>) {
  const client = useQueryClient();
  const query = followQuery(contributionId);
  const { data } = useQuery(query);
  const isOn = data?.isOn ?? false;
  const change = useMutation({
    ...idempotent,
    mutationFn: () => call(isOn ? unfollow : follow, { params: { contributionId } }),
    onSuccess: (answer) => client.setQueryData(query.queryKey, answer),
  });
  return (
    <>
      <Button
        look="quiet"
        size={size}
        icon={isOn ? 'check' : 'bell'}
        aria-pressed={isOn}
        loading={change.isPending}
        disabled={!data}
        onClick={() => change.mutate()}
      >
        {t(isOn ? 'follow.done' : 'follow.do')}
      </Button>
      <ProblemNote problem={change.error} />
    </>
  );
}
