import { useMutation, useQueryClient } from '@tanstack/react-query';
import { removeSecondFactor, renewRecoveryCodes, type MyAccount } from '@parvis/shared/contracts/my-account.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Row } from '../../../ui/Stack.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import fr from '../messages/fr.json';
import { myAccountQuery } from '../queries.ts';
import { CurrentPasswordField } from './PasswordField.tsx';
import { RecoveryCodesList } from './RecoveryCodesList.tsx';

const t = messagesOf(fr);

/** Whether an authenticator is asked at sign-in, and what can be done about it. */
export function FactorSection({ factor }: { factor: MyAccount['secondFactor'] }) {
  const client = useQueryClient();
  const say = useToast();
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: myAccountQuery().queryKey });
  const renew = useMutation({
    mutationFn: (currentPassword: string) => call(renewRecoveryCodes, { body: { currentPassword } }),
    onSuccess: again,
  });
  const remove = useMutation({
    mutationFn: (currentPassword: string) => call(removeSecondFactor, { body: { currentPassword } }),
    onSuccess: () => {
      say(t('factor.removed'));
      return again();
    },
  });
  if (!factor.isOn) {
    return (
      <>
        <p>{t(factor.isAsked ? 'factor.asked' : 'factor.why')}</p>
        <Row>
          <Chip>{t('factor.off')}</Chip>
          <LinkButton to="/compte/second-facteur" look="quiet" icon="shield">
            {t('factor.set-up')}
          </LinkButton>
        </Row>
      </>
    );
  }
  return (
    <>
      <Row>
        <Chip tone="open" icon="check">
          {t('factor.on')}
        </Chip>
        <span>{t('factor.codes-left', { count: factor.recoveryCodesLeft })}</span>
      </Row>
      <Row>
        <LinkButton to="/compte/second-facteur" look="quiet" size="small">
          {t('factor.replace')}
        </LinkButton>
      </Row>
      <Disclosure summary={t('factor.renew')}>
        {renew.data ? (
          <RecoveryCodesList codes={renew.data.recoveryCodes} />
        ) : (
          <Form
            warn={false}
            problem={renew.error}
            onSubmit={(values) => renew.mutate(values.text('currentPassword'))}
            aria-label={t('factor.renew')}
          >
            <p>{t('factor.renew.words')}</p>
            <CurrentPasswordField />
            <SubmitBar>
              <Button type="submit" look="quiet" loading={renew.isPending}>
                {t('factor.renew.do')}
              </Button>
            </SubmitBar>
          </Form>
        )}
      </Disclosure>
      <Disclosure summary={t('factor.remove')}>
        <Form
          warn={false}
          problem={remove.error}
          onSubmit={(values) => remove.mutate(values.text('currentPassword'))}
          aria-label={t('factor.remove')}
        >
          <CurrentPasswordField />
          <SubmitBar>
            <Button
              type="submit"
              look="danger"
              disabled={factor.isAsked}
              reason={factor.isAsked ? t('factor.kept') : undefined}
              loading={remove.isPending}
            >
              {t('factor.remove.do')}
            </Button>
          </SubmitBar>
        </Form>
      </Disclosure>
    </>
  );
}
