import { useMutation, useQueryClient } from '@tanstack/react-query';
import { askNewEmail, type MyAccount } from '@parvis/shared/contracts/my-account.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import fr from '../messages/fr.json';
import { myAccountQuery } from '../queries.ts';
import { CurrentPasswordField } from './PasswordField.tsx';
import styles from './Sections.module.css';

const t = messagesOf(fr);

/** The address, and how to change it: the new one confirms, the old one is told. */
export function EmailSection({ account }: { account: MyAccount }) {
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: (body: { email: string; currentPassword: string }) => call(askNewEmail, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: myAccountQuery().queryKey }),
  });
  return (
    <>
      <p className={styles.fact}>{account.email}</p>
      {account.pendingEmail && (
        <Notice tone="wait" role="status">
          {t('email.pending', { email: account.pendingEmail })}
        </Notice>
      )}
      <Disclosure key={account.pendingEmail} summary={t('email.change')}>
        <Form
          problem={ask.error}
          onSubmit={(values) => ask.mutate({ email: values.text('email'), currentPassword: values.text('currentPassword') })}
          aria-label={t('email.change')}
        >
          <TextField name="email" type="email" label={t('email.new')} required autoComplete="email" maxLength={254} />
          <CurrentPasswordField />
          <SubmitBar>
            <Button type="submit" look="quiet" loading={ask.isPending}>
              {t('email.do')}
            </Button>
          </SubmitBar>
        </Form>
      </Disclosure>
    </>
  );
}
