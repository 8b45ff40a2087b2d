import { setUpRules, type Installation } from '@parvis/shared/contracts/installation.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { RulesEditor, rulesOf } from '../../legal/index.ts';
import fr from '../messages/fr.json';
import { useStep } from '../queries.ts';
import { stepAddress } from '../steps.ts';

const t = messagesOf(fr);

/** The rules by which contributions are moderated: the proposed ones, changed at will, become version 1. */
export function RulesStep({ installation, onDone }: { installation: Installation; onDone: () => void }) {
  const { rules, done } = installation;
  const languages = rules?.languages ?? [];
  const save = useStep((values: FormValues) => call(setUpRules, { body: { rules: rulesOf(values, languages) } }), onDone);
  return (
    <Form onSubmit={save.mutate} problem={save.error}>
      {done.includes('rules') && rules?.version && <Notice tone="success">{t('rules.published', { version: rules.version })}</Notice>}
      <RulesEditor rules={rules?.rules ?? []} languages={languages} />
      <SubmitBar>
        <Button type="submit" loading={save.isPending}>
          {t('rules.publish')}
        </Button>
        <LinkButton look="plain" to={stepAddress('mail')}>
          {t('later')}
        </LinkButton>
      </SubmitBar>
    </Form>
  );
}
