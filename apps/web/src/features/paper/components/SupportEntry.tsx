import { useState } from 'react';
import type { PaperDesk, PaperSupportOutcome } from '@parvis/shared/contracts/paper.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Problem } from '../../../platform/problem.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import fr from '../messages/fr.json';
import { supportLines } from '../support-lines.ts';
import { useEnterSupports } from '../queries.ts';

const t = messagesOf(fr);

/** A list of people who support one proposal or several; each line's outcome is told, and the sheet stays until it is right. */
export function SupportEntry({ desk }: { desk: PaperDesk }) {
  const [sheet, nextSheet] = useState(0);
  const [outcomes, setOutcomes] = useState<readonly PaperSupportOutcome[]>([]);
  const [tooMany, setTooMany] = useState<Problem | null>(null);
  const enter = useEnterSupports(desk.batch.id);
  if (!desk.activities.some((one) => one.opened.includes('support')))
    return (
      <EmptyState icon="calendar" title={t('closed.support')}>
        {t('closed.detail')}
      </EmptyState>
    );
  return (
    <Stack gap={4}>
      <Outcomes outcomes={outcomes} />
      <Notice title={t('twice.title')}>{t('twice.text')}</Notice>
      <Form
        key={sheet}
        problem={tooMany ?? enter.error}
        draft={`paper-supports-${desk.batch.id}`}
        onSubmit={(values) => {
          const read = supportLines(values.text('numbers'), values.text('names'), values.flag('isAnother'));
          setTooMany('fault' in read ? wrong(read.fault, read.field) : null);
          if ('lines' in read)
            enter.mutate(
              { lines: read.lines },
              {
                onSuccess: (answer) => {
                  setOutcomes(answer.outcomes);
                  nextSheet(sheet + 1);
                },
              },
            );
        }}
      >
        <TextField
          name="numbers"
          label={t('numbers')}
          help={t('numbers.help')}
          required
          autoComplete="off"
          size="medium"
          inputMode="numeric"
        />
        <TextArea name="names" label={t('names')} help={t('names.help')} required rows={8} autoComplete="off" />
        <CheckboxField name="isAnother" label={t('person.another')} help={t('person.another.help')} />
        <SubmitBar>
          <Button type="submit" icon="check" loading={enter.isPending}>
            {t('enter.supports')}
          </Button>
        </SubmitBar>
      </Form>
    </Stack>
  );
}

function wrong(fault: 'required' | 'not-numbers' | 'too-many', field: string): Problem {
  const detail = t(`supports.${fault}`);
  return new Problem({
    status: 422,
    code: 'invalid-input',
    title: t('supports.wrong'),
    detail,
    errors: [{ pointer: `#/${field}`, code: 'not-valid', detail }],
  });
}

function Outcomes({ outcomes }: { outcomes: readonly PaperSupportOutcome[] }) {
  if (outcomes.length === 0) return null;
  const made = outcomes.filter((one) => one.outcome === 'made').length;
  const others = outcomes.filter((one) => one.outcome !== 'made');
  return (
    <Notice
      tone={others.some((one) => one.outcome !== 'was-there') ? 'wait' : 'success'}
      role="status"
      title={t('done.supports', { count: made })}
    >
      {others.length > 0 && (
        <ul>
          {others.map((one, at) => (
            <li key={at}>{t(`outcome.${one.outcome}`, { name: one.name, number: String(one.number) })}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
