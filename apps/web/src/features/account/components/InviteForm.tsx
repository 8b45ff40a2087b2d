import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { inviteColleague } from '@parvis/shared/contracts/staff.ts';
import type { StaffRole } from '@parvis/shared/rules/words.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import fr from '../messages/fr.json';
import { accountKeys } from '../queries.ts';
import { RolesFields, rolesOf } from './RolesFields.tsx';

const t = messagesOf(fr);

/** Invites a colleague by mail; the form empties itself for the next one. */
export function InviteForm() {
  const client = useQueryClient();
  const say = useToast();
  const [times, setTimes] = useState(0);
  const invite = useMutation({
    mutationFn: (body: { email: string; roles: StaffRole[]; title: string }) => call(inviteColleague, { body }),
    onSuccess: ({ email }) => {
      setTimes(times + 1);
      say(t('invite.sent', { email }));
      return client.invalidateQueries({ queryKey: accountKeys.staff });
    },
  });
  return (
    <>
      <h2>{t('invite.title')}</h2>
      <p>{t('invite.words')}</p>
      <Form
        key={times}
        problem={invite.error}
        onSubmit={(values) => invite.mutate({ email: values.text('email'), ...rolesOf(values) })}
        aria-label={t('invite.title')}
      >
        <TextField name="email" type="email" label={t('invite.email')} required autoComplete="off" maxLength={254} />
        <RolesFields />
        <SubmitBar>
          <Button type="submit" wide icon="mail" loading={invite.isPending}>
            {t('invite.do')}
          </Button>
        </SubmitBar>
      </Form>
    </>
  );
}
