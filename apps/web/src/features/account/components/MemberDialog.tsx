import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeRoles, resetSecondFactor, type StaffMember } from '@parvis/shared/contracts/staff.ts';
import type { StaffRole } from '@parvis/shared/rules/words.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { useArriveAt } from '../arrival.ts';
import fr from '../messages/fr.json';
import { accountKeys } from '../queries.ts';
import { RolesFields, rolesOf } from './RolesFields.tsx';

const t = messagesOf(fr);

/** Roles and lost authenticator of one person; closed when `member` is null. */
export function MemberDialog({ member, onClose }: { member: StaffMember | null; onClose: () => void }) {
  const client = useQueryClient();
  const say = useToast();
  const arriveAt = useArriveAt();
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: accountKeys.staff });
  const save = useMutation({
    mutationFn: (body: { roles: StaffRole[]; title: string }) => call(changeRoles, { params: { accountId: member!.accountId }, body }),
    onSuccess: () => {
      if (member?.isMe)
        arriveAt('/compte'); // one's own roles decide what this very page shows
      else {
        say(t('member.saved'));
        onClose();
      }
      return again();
    },
  });
  const reset = useMutation({
    mutationFn: () => call(resetSecondFactor, { params: { accountId: member!.accountId } }),
    onSuccess: () => {
      say(t('member.reset.done'));
      onClose();
      return again();
    },
  });
  return (
    <Dialog open={member !== null} onClose={onClose} title={member ? t('member.title', { name: member.displayName }) : ''}>
      {member && (
        <>
          <Form
            problem={save.error}
            onSubmit={(values) => save.mutate(rolesOf(values))}
            aria-label={t('member.title', { name: member.displayName })}
          >
            <RolesFields roles={member.roles} title={member.title} />
            <p>{t('member.none')}</p>
            <SubmitBar>
              <Button type="submit" loading={save.isPending}>
                {t('save')}
              </Button>
              <Button look="plain" onClick={onClose}>
                {t('cancel')}
              </Button>
            </SubmitBar>
          </Form>
          {member.hasSecondFactor && !member.isMe && (
            <Disclosure summary={t('member.lost')}>
              <ProblemNote problem={reset.error} />
              <p>{t('member.lost.words')}</p>
              <p>
                <Button look="danger" size="small" loading={reset.isPending} onClick={() => reset.mutate()}>
                  {t('member.reset')}
                </Button>
              </p>
            </Disclosure>
          )}
        </>
      )}
    </Dialog>
  );
}
