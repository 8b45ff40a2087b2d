import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Link, useQueryString } from '../../../platform/router/router.tsx';
import { signIn, type SignedIn } from '@parvis/shared/contracts/accounts.ts';
import { addresses } from '../../../platform/addresses.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { useSite } from '../../../platform/site.tsx';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { backOf, useArriveAt, withBack } from '../arrival.ts';
import { DoorFrame } from '../components/DoorFrame.tsx';
import { SecondFactorStep } from '../components/SecondFactorStep.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

function SignInPage() {
  const search = useQueryString();
  const { viewer, demoAccounts } = useSite();
  const arriveAt = useArriveAt();
  const [asksCode, setAsksCode] = useState(false);
  const back = backOf(search);
  const enter = useMutation({
    mutationFn: (body: { email: string; password: string }) => call(signIn, { body }),
    onSuccess: ({ next }: SignedIn) => {
      if (next === 'second-factor') setAsksCode(true);
      else arriveAt(next === 'done' ? back : withBack('/compte/second-facteur', search));
    },
  });
  const isLeaving = enter.isSuccess && !asksCode;
  if (viewer) {
    return (
      <DoorFrame title={t('sign-in.already')} lead={t('sign-in.already.lead', { name: viewer.displayName })}>
        <SubmitBar>
          <LinkButton to={back}>{t('sign-in.go-on')}</LinkButton>
          <Link to={addresses.signOut}>{t('sign-out.do')}</Link>
        </SubmitBar>
      </DoorFrame>
    );
  }
  if (asksCode)
    return (
      <DoorFrame step="code" title={t('factor.title')} lead={t('factor.lead')}>
        <SecondFactorStep onPassed={() => arriveAt(back)} />
      </DoorFrame>
    );
  return (
    <DoorFrame
      title={t('sign-in.title')}
      lead={search.has('retour') ? t('sign-in.lead.back') : undefined}
      below={
        <>
          <p>{t.rich('sign-in.no-account', { link: (words) => <Link to={withBack(addresses.register, search)}>{words}</Link> })}</p>
          {demoAccounts && <p>{t.rich('sign-in.demo', { link: (words) => <a href="/dev/accounts">{words}</a> })}</p>}
        </>
      }
    >
      {search.has('nouveau') && (
        <Notice tone="success" role="status">
          {t('sign-in.reset-done')}
        </Notice>
      )}
      <Form
        warn={false}
        problem={enter.error}
        onSubmit={(values) => enter.mutate({ email: values.text('email'), password: values.text('password') })}
        aria-label={t('sign-in.title')}
      >
        <TextField name="email" type="email" label={t('field.email')} required autoComplete="username" maxLength={254} />
        <TextField name="password" type="password" label={t('password.label')} required autoComplete="current-password" maxLength={800} />
        <p>
          <Link to="/compte/mot-de-passe-oublie">{t('sign-in.forgotten')}</Link>
        </p>
        <SubmitBar>
          <Button type="submit" wide loading={enter.isPending || isLeaving}>
            {t('sign-in.do')}
          </Button>
        </SubmitBar>
      </Form>
    </DoorFrame>
  );
}

export default definePage({ head: () => ({ title: t('sign-in.title'), unlisted: true }), Page: SignInPage });
