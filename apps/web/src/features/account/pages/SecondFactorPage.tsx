import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useQueryString } from '../../../platform/router/router.tsx';
import { beginSecondFactor, confirmSecondFactor, type SecondFactorSetup } from '@parvis/shared/contracts/my-account.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { backOf, useArriveAt } from '../arrival.ts';
import { CodeField } from '../components/CodeField.tsx';
import { DoorFrame } from '../components/DoorFrame.tsx';
import { CurrentPasswordField } from '../components/PasswordField.tsx';
import { QrCode } from '../components/QrCode.tsx';
import { RecoveryCodesList } from '../components/RecoveryCodesList.tsx';
import fr from '../messages/fr.json';
import { myAccountQuery } from '../queries.ts';

const t = messagesOf(fr);

const points = [
  { icon: 'shield', title: t('setup.why'), words: t('setup.why.words') },
  { icon: 'lock', title: t('setup.apps'), words: t('setup.apps.words') },
  { icon: 'paper', title: t('setup.lost'), words: t('setup.lost.words') },
] as const;

function SecondFactorPage() {
  const search = useQueryString();
  const { data: account } = useSuspenseQuery(myAccountQuery());
  const arriveAt = useArriveAt();
  const begin = useMutation({ mutationFn: (currentPassword: string) => call(beginSecondFactor, { body: { currentPassword } }) });
  const confirm = useMutation({ mutationFn: (code: string) => call(confirmSecondFactor, { body: { code } }) });
  const back = backOf(search, '/compte');
  if (confirm.data) {
    return (
      <DoorFrame step="codes" title={t('setup.done')} lead={t('setup.done.lead')}>
        <RecoveryCodesList codes={confirm.data.recoveryCodes} />
        <SubmitBar>
          <Button wide onClick={() => arriveAt(back)}>
            {t('setup.kept')}
          </Button>
        </SubmitBar>
      </DoorFrame>
    );
  }
  if (begin.data) {
    return (
      <DoorFrame step="scan" title={t('setup.scan')} lead={t('setup.scan.lead')}>
        <Scan setup={begin.data} />
        <Form warn={false} problem={confirm.error} onSubmit={(values) => confirm.mutate(values.text('code'))} aria-label={t('setup.scan')}>
          <CodeField label={t('setup.code')} help={t('setup.code.help')} />
          <SubmitBar>
            <Button type="submit" wide loading={confirm.isPending}>
              {t('setup.switch-on')}
            </Button>
          </SubmitBar>
        </Form>
      </DoorFrame>
    );
  }
  return (
    <DoorFrame
      step="begin"
      title={t('setup.title')}
      lead={t(account.secondFactor.isOn ? 'setup.lead.replace' : 'setup.lead')}
      aside={{ title: t('setup.how'), points }}
    >
      {account.secondFactor.isAsked && !account.secondFactor.isOn && <Notice tone="wait">{t('factor.asked')}</Notice>}
      <Form
        warn={false}
        problem={begin.error}
        onSubmit={(values) => begin.mutate(values.text('currentPassword'))}
        aria-label={t('setup.title')}
      >
        <CurrentPasswordField />
        <SubmitBar>
          <Button type="submit" wide loading={begin.isPending}>
            {t('setup.begin')}
          </Button>
        </SubmitBar>
      </Form>
    </DoorFrame>
  );
}

/** What the authenticator reads, and the same as text for those who cannot point a camera. */
function Scan({ setup }: { setup: SecondFactorSetup }) {
  return (
    <>
      <QrCode size={setup.qr.size} path={setup.qr.path} label={t('setup.qr')} />
      <p>{t.rich('setup.by-hand', { secret: <code>{setup.secret.replace(/(.{4})/g, '$1 ').trim()}</code> })}</p>
      <p>
        <a href={setup.uri}>{t('setup.same-device')}</a>
      </p>
    </>
  );
}

export default definePage({
  needs: 'account',
  load: () => [myAccountQuery()],
  head: () => ({ title: t('setup.title'), unlisted: true }),
  Page: SecondFactorPage,
});
