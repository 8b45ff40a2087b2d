import { useMutation } from '@tanstack/react-query';
import { Link, useQueryString } from '../../../platform/router/router.tsx';
import { resetPassword } from '@parvis/shared/contracts/accounts.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Problem } from '../../../platform/problem.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { useArriveAt } from '../arrival.ts';
import { DoorFrame } from '../components/DoorFrame.tsx';
import { NewPasswordField } from '../components/PasswordField.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

function ResetPage() {
  const search = useQueryString();
  const arriveAt = useArriveAt();
  const token = search.get('jeton') ?? '';
  const choose = useMutation({
    mutationFn: (password: string) => call(resetPassword, { body: { token, password } }),
    onSuccess: () => arriveAt('/compte/connexion?nouveau=1'),
  });
  const isDead = !token || (choose.error instanceof Problem && choose.error.code === 'link-not-valid');
  if (isDead) {
    return (
      <DoorFrame step="dead" title={t('reset.dead')} lead={t('reset.dead.lead')}>
        <SubmitBar>
          <LinkButton to="/compte/mot-de-passe-oublie">{t('forgotten.do')}</LinkButton>
          <Link to="/compte/connexion">{t('forgotten.back')}</Link>
        </SubmitBar>
      </DoorFrame>
    );
  }
  return (
    <DoorFrame step="" title={t('reset.title')} lead={t('reset.lead')}>
      <Form problem={choose.error} onSubmit={(values) => choose.mutate(values.text('password'))} aria-label={t('reset.title')}>
        <NewPasswordField />
        <SubmitBar>
          <Button type="submit" wide loading={choose.isPending || choose.isSuccess}>
            {t('reset.do')}
          </Button>
        </SubmitBar>
      </Form>
    </DoorFrame>
  );
}

export default definePage({ head: () => ({ title: t('reset.title'), unlisted: true }), Page: ResetPage });
