import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { addMilestone, changeCommitment, changeMilestone, type CommitmentView } from '@parvis/shared/contracts/responses.ts';
import { commitmentStates } from '@parvis/shared/rules/words.ts';
import { civilOf } from '@parvis/shared/rules/civil-time.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { useTown } from '../../../platform/site.tsx';
import { TownWords } from '../../../platform/town-words.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DateField } from '../../../ui/form/DateField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { SelectField } from '../../../ui/form/SelectField.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { Row, Stack } from '../../../ui/Stack.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../messages/fr.json';
import responses from '../../responses/messages/fr.json';

type Milestone = CommitmentView['milestones'][number];
type Change = Parameters<typeof call<typeof changeCommitment>>[1]['body'];

const t = messagesOf(fr);
const words = messagesOf(responses);

/** What an official changes about a promise: its state, its day, its news, its steps. Each change is published at once. */
export function CommitmentUpdate({ commitment }: { commitment: CommitmentView }) {
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState<Milestone | null>(null);
  const client = useQueryClient();
  const say = useToast();
  const { timeZone } = useTown();
  const params = { commitmentId: commitment.id };
  const onSuccess = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['commitments'] });
    say(t('commitments.saved'));
  };
  const change = useMutation({
    mutationFn: (body: Change) => call(changeCommitment, { params, body }),
    onSuccess: async () => {
      setOpen(false);
      await onSuccess();
    },
  });
  const add = useMutation({ mutationFn: (body: { title: string; dueOn: string }) => call(addMilestone, { params, body }), onSuccess });
  const mark = useMutation({
    mutationFn: ({ id, dueOn, note }: Milestone) => {
      const doneOn = civilOf(new Date().toISOString(), timeZone).slice(0, 10);
      return call(changeMilestone, { params: { ...params, milestoneId: id }, body: { dueOn, doneOn, note } });
    },
    onSuccess,
  });
  const confirm = (): void => {
    if (asked) mark.mutate(asked);
    setAsked(null);
  };
  const save = (values: FormValues): void =>
    change.mutate({
      state: values.choice('state', commitmentStates) ?? commitment.state,
      progress: values.number('progress') ?? 0,
      dueOn: values.text('dueOn'),
      note: values.text('note'),
    });
  return (
    <Stack gap={3}>
      <Row gap={2}>
        {commitment.milestones
          .filter((step) => !step.doneOn)
          .map((step) => (
            <Button
              key={step.id}
              look="plain"
              size="small"
              icon="check"
              loading={mark.isPending && mark.variables.id === step.id}
              onClick={() => setAsked(step)}
            >
              {t.rich('commitments.step.mark', { title: <TownWords>{step.title}</TownWords> })}
            </Button>
          ))}
        <Button look="quiet" size="small" icon="pen" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('commitments.change')}
        </Button>
      </Row>
      <ProblemNote problem={mark.error} />
      <Dialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={t.rich('commitments.step.done', { title: <TownWords>{asked?.title ?? ''}</TownWords> })}
        actions={<Button onClick={confirm}>{t('commitments.step.yes')}</Button>}
      >
        <p>{t('commitments.step.detail')}</p>
      </Dialog>
      {isOpen && (
        <Form problem={change.error} onSubmit={save}>
          <Row align="start">
            <SelectField
              name="state"
              label={t('commitments.state')}
              size="medium"
              defaultValue={commitment.state}
              options={commitmentStates.map((one) => ({ value: one, label: words(`commitment.state.${one}`) }))}
            />
            <TextField
              name="progress"
              label={t('commitments.progress')}
              unit={t('commitments.percent')}
              size="short"
              inputMode="numeric"
              defaultValue={String(commitment.progress)}
              required
            />
            <DateField name="dueOn" label={t('commitments.due')} defaultValue={commitment.dueOn} required />
          </Row>
          <TextArea
            name="note"
            label={t('commitments.note')}
            help={t('commitments.note.help')}
            max={2_000}
            rows={3}
            defaultValue={commitment.note}
          />
          <SubmitBar>
            <Button type="submit" loading={change.isPending}>
              {t('commitments.save')}
            </Button>
          </SubmitBar>
        </Form>
      )}
      {isOpen && (
        <Form
          problem={add.error}
          layout="row"
          onSubmit={(values) => add.mutate({ title: values.text('title'), dueOn: values.text('dueOn') })}
        >
          <TextField name="title" label={t('commitments.step.title')} required />
          <DateField name="dueOn" label={t('commitments.step.due')} required />
          <Button type="submit" look="quiet" loading={add.isPending}>
            {t('commitments.step.add')}
          </Button>
        </Form>
      )}
    </Stack>
  );
}
