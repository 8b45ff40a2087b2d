import { useMutation } from '@tanstack/react-query';
import { passSecondFactor } from '@parvis/shared/contracts/accounts.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import fr from '../messages/fr.json';
import { CodeField } from './CodeField.tsx';

const t = messagesOf(fr);

/** The second step of signing in. `onPassed` runs once the session is whole. */
export function SecondFactorStep({ onPassed }: { onPassed: () => void }) {
  const pass = useMutation({ mutationFn: (code: string) => call(passSecondFactor, { body: { code } }), onSuccess: onPassed });
  return (
    <Form warn={false} problem={pass.error} onSubmit={(values) => pass.mutate(values.text('code'))} aria-label={t('factor.step')}>
      <CodeField label={t('factor.code')} help={t('factor.code.help')} letters />
      <SubmitBar>
        <Button type="submit" wide loading={pass.isPending || pass.isSuccess}>
          {t('factor.pass')}
        </Button>
      </SubmitBar>
    </Form>
  );
}
