import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ProposalView } from '@parvis/shared/activities/proposals/contract.ts';
import { withdrawProposal } from '@parvis/shared/activities/proposals/contract-writing.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { Row } from '../../../ui/Stack.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { proposalAddress } from '../addresses.ts';
import fr from './messages/fr.json';
import { proposalKeys } from '../queries.ts';

const t = messagesOf(fr);

/** What the author may do: edit, withdraw. */
export function AuthorActs({ proposal }: { proposal: ProposalView }) {
  const [isAsking, ask] = useState(false);
  const client = useQueryClient();
  const say = useToast();
  const { edit, withdraw } = proposal.acts;
  const act = useMutation({
    mutationFn: (reason: string) => call(withdrawProposal, { params: { contributionId: proposal.id }, body: { reason } }),
    onSuccess: async () => {
      ask(false);
      say(t('withdraw.done'));
      await client.invalidateQueries({ queryKey: proposalKeys.all });
    },
  });
  const why = `edit.why.${edit.reason ?? ''}`;
  return (
    <Row gap={3} align="start">
      {edit.allowed ? (
        <LinkButton look="plain" size="small" icon="pen" to={`${proposalAddress(proposal)}/modifier`}>
          {t('edit.do')}
        </LinkButton>
      ) : (
        withdraw.allowed && (
          <Button
            look="plain"
            size="small"
            icon="pen"
            disabled
            reason={t.has(why) ? t(why as 'edit.why.phase-closed') : t('edit.why.other')}
          >
            {t('edit.do')}
          </Button>
        )
      )}
      {withdraw.allowed && (
        <Button look="plain" size="small" icon="trash" onClick={() => ask(true)}>
          {t('withdraw.do')}
        </Button>
      )}
      <Dialog open={isAsking} onClose={() => ask(false)} title={t('withdraw.title')}>
        <Form onSubmit={(values) => act.mutate(values.text('reason'))} problem={act.error}>
          <p>{t('withdraw.lead')}</p>
          <TextArea name="reason" label={t('withdraw.reason')} required max={1_000} rows={4} />
          <SubmitBar>
            <Button type="submit" look="danger" loading={act.isPending}>
              {t('withdraw.confirm')}
            </Button>
            <Button look="plain" onClick={() => ask(false)}>
              {t('cancel')}
            </Button>
          </SubmitBar>
        </Form>
      </Dialog>
    </Row>
  );
}
