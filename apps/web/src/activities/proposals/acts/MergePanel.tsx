import { useMutation, useQueryClient } from '@tanstack/react-query';
import { mergeProposal, undoMerge, type ProposalView } from '@parvis/shared/activities/proposals/contract.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import fr from './messages/fr.json';
import { proposalKeys } from '../queries.ts';

const t = messagesOf(fr);

/** For those who work here: merges two proposals that say the same, and undoes it. */
export function MergePanel({ proposal }: { proposal: ProposalView }) {
  const client = useQueryClient();
  const params = { contributionId: proposal.id };
  const onSuccess = () => client.invalidateQueries({ queryKey: proposalKeys.all });
  const merge = useMutation({ mutationFn: (body: { into: number; reason: string }) => call(mergeProposal, { params, body }), onSuccess });
  const undo = useMutation({ mutationFn: () => call(undoMerge, { params }), onSuccess });
  if (proposal.states.publication === 'merged')
    return (
      <>
        <Button look="plain" size="small" icon="merge" loading={undo.isPending} onClick={() => undo.mutate()}>
          {t('merge.undo')}
        </Button>
        <ProblemNote problem={undo.error} />
      </>
    );
  if (!proposal.acts.merge.allowed) return null;
  return (
    <Disclosure summary={t('merge.title')} look="boxed">
      <Form problem={merge.error} onSubmit={(values) => merge.mutate({ into: values.number('into') ?? 0, reason: values.text('reason') })}>
        <p>{t('merge.lead')}</p>
        <TextField name="into" type="number" size="short" label={t('merge.into')} help={t('merge.into.help')} required />
        <TextArea name="reason" label={t('merge.reason')} required max={1_000} rows={3} />
        <SubmitBar>
          <Button type="submit" look="quiet" icon="merge" loading={merge.isPending}>
            {t('merge.do')}
          </Button>
        </SubmitBar>
      </Form>
    </Disclosure>
  );
}
