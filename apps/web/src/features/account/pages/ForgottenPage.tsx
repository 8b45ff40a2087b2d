import { useMutation } from '@tanstack/react-query';
import { Link } from '../../../platform/router/router.tsx';
import { askReset } from '@parvis/shared/contracts/accounts.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { DoorFrame } from '../components/DoorFrame.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

function ForgottenPage() {
  const ask = useMutation({ mutationFn: (email: string) => call(askReset, { body: { email } }) });
  if (ask.isSuccess) {
    return (
      <DoorFrame step="sent" title={t('forgotten.sent')} lead={t('forgotten.sent.lead', { email: ask.variables })}>
        <SubmitBar>
          <LinkButton to="/compte/connexion" look="quiet">
            {t('forgotten.back')}
          </LinkButton>
        </SubmitBar>
      </DoorFrame>
    );
  }
  return (
    <DoorFrame
      title={t('forgotten.title')}
      lead={t('forgotten.lead')}
      below={
        <p>
          <Link to="/compte/connexion">{t('forgotten.back')}</Link>
        </p>
      }
    >
      <Form warn={false} problem={ask.error} onSubmit={(values) => ask.mutate(values.text('email'))} aria-label={t('forgotten.title')}>
        <TextField name="email" type="email" label={t('field.email')} required autoComplete="username" maxLength={254} />
        <SubmitBar>
          <Button type="submit" wide loading={ask.isPending}>
            {t('forgotten.do')}
          </Button>
        </SubmitBar>
      </Form>
    </DoorFrame>
  );
}

export default definePage({ head: () => ({ title: t('forgotten.title'), unlisted: true }), Page: ForgottenPage });
