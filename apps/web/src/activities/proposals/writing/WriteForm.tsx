import { useRef, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '../../../platform/router/router.tsx';
import { submitProposal, type ProposalDraft } from '@parvis/shared/activities/proposals/contract-writing.ts';
import { addresses } from '../../../platform/addresses.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { useViewer } from '../../../platform/site.tsx';
import { Button } from '../../../ui/Button.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { proposalAddress } from '../addresses.ts';
import { forgetOnDevice, keepOnDevice, writtenOf, type Written } from './draft.ts';
import fr from './messages/fr.json';
import styles from '../pages/WritePage.module.css';
import { proposalKeys } from '../queries.ts';
import type { ProposalSettings } from '../settings.ts';
import { useAutosave, type Kept } from './use-autosave.ts';
import { ProposalFields } from './ProposalFields.tsx';
import { SimilarProposals } from './SimilarProposals.tsx';

const t = messagesOf(fr);

interface WriteFormProps {
  activityId: string;
  settings: ProposalSettings;
  begin: Written;
  /** The server's draft that is being written on. */
  draft: ProposalDraft | null;
}

/** The form of a new proposal. Signing in is asked at the end only; what was written is kept meanwhile. */
export function WriteForm({ activityId, settings, begin, draft }: WriteFormProps) {
  const box = useRef<HTMLDivElement>(null);
  const viewer = useViewer();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const client = useQueryClient();
  const say = useToast();
  const [title, setTitle] = useState(begin.title);
  const autosave = useAutosave(activityId, box, draft?.id ?? null);
  const submit = useMutation({
    mutationFn: (values: FormValues) => {
      const written = writtenOf(values);
      return call(submitProposal, {
        params: { activityId },
        body: { ...written, pictures: [...written.pictures], draftId: autosave.draftId.current },
      });
    },
    onSuccess: async (receipt) => {
      autosave.stop();
      forgetOnDevice(activityId);
      await client.invalidateQueries({ queryKey: proposalKeys.all, refetchType: 'none' });
      say(t(receipt.publication === 'pending' ? 'write.done.pending' : 'write.done'));
      navigate(proposalAddress(receipt));
    },
  });
  const send = (values: FormValues): void => {
    if (viewer) return submit.mutate(values);
    keepOnDevice(activityId, writtenOf(values), null);
    navigate(addresses.signIn(pathname));
  };
  return (
    <div ref={box} onInput={autosave.touch} onChange={autosave.touch}>
      <Form onSubmit={send} problem={submit.error} warn={false} aria-label={t('write.form')}>
        <ProposalFields
          settings={settings}
          begin={begin}
          pictures={draft?.pictures ?? []}
          onTitle={setTitle}
          afterTitle={<SimilarProposals activityId={activityId} title={title} hasSupports={settings.supports} />}
        />
        <p className={styles.kept} role="status">
          <KeptWords kept={autosave.kept} />
        </p>
        <SubmitBar>
          <Button type="submit" icon="check" loading={submit.isPending}>
            {t(viewer ? 'write.submit' : 'write.sign-in')}
          </Button>
          {!viewer && <p className={styles.kept}>{t('write.sign-in.help')}</p>}
          {viewer && settings.moderation === 'before' && <p className={styles.kept}>{t('write.before')}</p>}
        </SubmitBar>
      </Form>
    </div>
  );
}

function KeptWords({ kept }: { kept: Kept }) {
  if (kept.where === 'nowhere') return t('kept.nowhere');
  if (kept.where === 'server')
    return (
      <>
        {t('kept.server')} <DateText date={kept.at} form="hour" />.
      </>
    );
  return t(kept.where === 'device' ? 'kept.device' : 'kept.failed');
}
