import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changePassword } from '@parvis/shared/contracts/my-account.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import fr from '../messages/fr.json';
import { accountKeys } from '../queries.ts';
import { CurrentPasswordField, NewPasswordField } from './PasswordField.tsx';

const t = messagesOf(fr);

/** Changing the password; other devices are signed out. */
export function PasswordSection() {
  const client = useQueryClient();
  const say = useToast();
  const [times, setTimes] = useState(0);
  const change = useMutation({
    mutationFn: (body: { currentPassword: string; password: string }) => call(changePassword, { body }),
    onSuccess: () => {
      setTimes(times + 1);
      say(t('password.changed'));
      return client.invalidateQueries({ queryKey: accountKeys.all });
    },
  });
  return (
    <Disclosure key={times} summary={t('password.change')}>
      <Form
        problem={change.error}
        onSubmit={(values) => change.mutate({ currentPassword: values.text('currentPassword'), password: values.text('password') })}
        aria-label={t('password.change')}
      >
        <CurrentPasswordField />
        <NewPasswordField />
        <SubmitBar>
          <Button type="submit" look="quiet" loading={change.isPending}>
            {t('password.do')}
          </Button>
        </SubmitBar>
      </Form>
    </Disclosure>
  );
}
