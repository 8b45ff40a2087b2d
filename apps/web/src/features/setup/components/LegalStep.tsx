import { setUpLegal, type Installation } from '@parvis/shared/contracts/installation.ts';
import type { RequestOf } from '@parvis/shared/contracts/route.ts';
import { legalPages } from '@parvis/shared/rules/words.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Fieldset } from '../../../ui/form/Fieldset.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { LegalFields, MissingBlanks, legalValuesOf } from '../../legal/index.ts';
import fr from '../messages/fr.json';
import { useStep } from '../queries.ts';
import { useSameAddress } from '../same-address.ts';
import { stepAddress } from '../steps.ts';

const t = messagesOf(fr);

/** The blanks of the four legal pages in one form. What stays empty may wait, but no consultation opens before it is filled. */
export function LegalStep({ installation, onDone }: { installation: Installation; onDone: () => void }) {
  const save = useStep(
    (values: FormValues) =>
      call(setUpLegal, {
        // Every blank is named by the rule that the contract is made of.
        body: Object.fromEntries(legalPages.map((page) => [page, legalValuesOf(page, page, values)])) as RequestOf<typeof setUpLegal>,
      }),
    onDone,
  );
  const same = useSameAddress('legal-notice/publisherEmail', ['accessibility/accessibilityContact', 'terms/termsContact']);
  const missing = installation.missing.filter((code) => code.includes('.'));
  return (
    <Form onSubmit={save.mutate} problem={save.error}>
      {installation.done.includes('legal') && missing.length > 0 && (
        <Notice tone="wait" title={t('legal.missing', { count: missing.length })}>
          <p>{t('legal.missing.text')}</p>
          <MissingBlanks codes={missing} addressOf={(page) => `${stepAddress('legal')}#${page}`} />
        </Notice>
      )}
      {legalPages.map((page) => (
        <div key={page} id={page} onInput={same}>
          <Fieldset legend={t(`legal.${page}`)} help={t(`legal.${page}.help`)}>
            <LegalFields page={page} prefix={page} values={installation.legal?.[page] ?? {}} />
          </Fieldset>
        </div>
      ))}
      <SubmitBar>
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
        <LinkButton look="plain" to={stepAddress('rules')}>
          {t('later')}
        </LinkButton>
      </SubmitBar>
    </Form>
  );
}
