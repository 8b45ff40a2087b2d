import { useMutation } from '@tanstack/react-query';
import { Link, useQueryString } from '../../../platform/router/router.tsx';
import { confirmByCode, confirmByLink, confirmNewEmail } from '@parvis/shared/contracts/accounts.ts';
import { addresses } from '../../../platform/addresses.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { useSite } from '../../../platform/site.tsx';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { backOf, useArriveAt, withBack } from '../arrival.ts';
import { CodeField } from '../components/CodeField.tsx';
import { DoorFrame } from '../components/DoorFrame.tsx';
import fr from '../messages/fr.json';
import { rememberedAddress } from '../registered-address.ts';

const t = messagesOf(fr);

function ConfirmPage() {
  const search = useQueryString();
  const [token, newEmail, registration] = [search.get('jeton'), search.get('adresse'), search.get('inscription')];
  if (token) return <ByButton token={token} />;
  if (newEmail) return <NewEmail token={newEmail} />;
  if (registration) return <ByCode registrationId={registration} />;
  return (
    <DoorFrame title={t('confirm.title')} lead={t('confirm.no-link')}>
      <SubmitBar>
        <LinkButton to={addresses.register}>{t('register.do')}</LinkButton>
      </SubmitBar>
    </DoorFrame>
  );
}

/** Opened from the mail: nothing has happened until the button is pressed. */
function ByButton({ token }: { token: string }) {
  const search = useQueryString();
  const arriveAt = useArriveAt();
  const confirm = useMutation({
    mutationFn: () => call(confirmByLink, { body: { token } }),
    onSuccess: () => arriveAt(backOf(search), t('confirm.done')),
  });
  return (
    <DoorFrame title={t('confirm.title')} lead={t('confirm.lead')}>
      <ProblemNote
        problem={confirm.error}
        focus
        actions={
          <>
            <Link to={withBack('/compte/connexion', search)}>{t('sign-in.do')}</Link>
            <Link to={withBack(addresses.register, search)}>{t('confirm.again')}</Link>
          </>
        }
      />
      <SubmitBar>
        <Button wide icon="check" loading={confirm.isPending || confirm.isSuccess} onClick={() => confirm.mutate()}>
          {t('confirm.do')}
        </Button>
      </SubmitBar>
    </DoorFrame>
  );
}

/** Where the account was asked for: the code of the same mail is the second way. */
function ByCode({ registrationId }: { registrationId: string }) {
  const search = useQueryString();
  const { demo } = useSite();
  const arriveAt = useArriveAt();
  const email = rememberedAddress();
  const confirm = useMutation({
    mutationFn: (code: string) => call(confirmByCode, { params: { registrationId }, body: { code } }),
    onSuccess: () => arriveAt(backOf(search), t('confirm.done')),
  });
  return (
    <DoorFrame
      title={t('sent.title')}
      lead={email ? t('sent.lead.to', { email }) : t('sent.lead')}
      below={<p>{t.rich('sent.nothing', { link: (words) => <Link to={withBack(addresses.register, search)}>{words}</Link> })}</p>}
    >
      {demo && (
        <Notice>
          <p>
            {t.rich('sent.demo', {
              link: (words) => (
                <Link to="/dev/mail" target="_blank">
                  {words}
                </Link>
              ),
            })}
          </p>
        </Notice>
      )}
      <Form warn={false} problem={confirm.error} onSubmit={(values) => confirm.mutate(values.text('code'))} aria-label={t('sent.title')}>
        <CodeField label={t('sent.code')} help={t('sent.code.help')} />
        <SubmitBar>
          <Button type="submit" wide loading={confirm.isPending || confirm.isSuccess}>
            {t('confirm.do')}
          </Button>
        </SubmitBar>
      </Form>
    </DoorFrame>
  );
}

function NewEmail({ token }: { token: string }) {
  const arriveAt = useArriveAt();
  const { viewer } = useSite();
  const confirm = useMutation({ mutationFn: () => call(confirmNewEmail, { body: { token } }) });
  if (confirm.data) {
    return (
      <DoorFrame step="done" title={t('new-email.done')} lead={t('new-email.done.lead', { email: confirm.data.email })}>
        <SubmitBar>
          <Button wide onClick={() => arriveAt(viewer ? '/compte' : '/compte/connexion')}>
            {t(viewer ? 'account.open' : 'sign-in.do')}
          </Button>
        </SubmitBar>
      </DoorFrame>
    );
  }
  return (
    <DoorFrame title={t('new-email.title')} lead={t('new-email.lead')}>
      <ProblemNote problem={confirm.error} focus />
      <SubmitBar>
        <Button wide icon="check" loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {t('new-email.do')}
        </Button>
      </SubmitBar>
    </DoorFrame>
  );
}

export default definePage({ head: () => ({ title: t('confirm.title'), unlisted: true }), Page: ConfirmPage });
