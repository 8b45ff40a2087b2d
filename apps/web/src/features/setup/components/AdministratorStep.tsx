import { useMutation } from '@tanstack/react-query';
import { setUpAdministrator, type Installation } from '@parvis/shared/contracts/installation.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { MissingBlanks } from '../../legal/index.ts';
import fr from '../messages/fr.json';
import { stepAddress } from '../steps.ts';

const t = messagesOf(fr);

interface AdministratorStepProps {
  readonly installation: Installation;
  readonly onFinished: (signInUrl: string) => void;
}

/** The last step: the first person who can sign in. Afterwards the link and this wizard are closed. */
export function AdministratorStep({ installation, onFinished }: AdministratorStepProps) {
  const make = useMutation({
    mutationFn: (values: FormValues) =>
      call(setUpAdministrator, {
        body: {
          displayName: values.text('displayName'),
          title: values.text('title'),
          email: values.text('email'),
          password: values.text('password'),
        },
      }),
    onSuccess: ({ signInUrl }) => onFinished(signInUrl),
  });
  return (
    <Form onSubmit={make.mutate} problem={make.error}>
      {installation.missing.length > 0 && (
        <Notice tone="wait" title={t('administrator.missing')}>
          <p>{t('administrator.missing.text')}</p>
          <MissingBlanks codes={installation.missing} addressOf={(page) => stepAddress(page === 'moderation-rules' ? 'rules' : 'legal')} />
        </Notice>
      )}
      <TextField name="displayName" label={t('administrator.name')} autoComplete="name" size="medium" required />
      <TextField
        name="title"
        label={t('administrator.office')}
        help={t('administrator.office.help')}
        autoComplete="organization-title"
        size="medium"
      />
      <TextField
        name="email"
        type="email"
        label={t('administrator.email')}
        help={t('administrator.email.help')}
        autoComplete="email"
        size="medium"
        required
      />
      <TextField
        name="password"
        type="password"
        label={t('administrator.password')}
        help={t('administrator.password.help')}
        autoComplete="new-password"
        size="medium"
        required
      />
      <SubmitBar>
        <Button type="submit" loading={make.isPending}>
          {t('administrator.make')}
        </Button>
      </SubmitBar>
    </Form>
  );
}
