import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '../../../platform/router/router.tsx';
import { editProposal } from '@parvis/shared/activities/proposals/contract-writing.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Problem } from '../../../platform/problem.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { numberOf, proposalAddress } from '../addresses.ts';
import { placeCrumbs } from '../components/place-crumbs.tsx';
import { ProposalFields } from '../writing/ProposalFields.tsx';
import { writtenIn, writtenOf } from '../writing/draft.ts';
import fr from '../writing/messages/fr.json';
import { editableQuery, proposalKeys, proposalQuery } from '../queries.ts';
import { settingsOf } from '../settings.ts';
import styles from './WritePage.module.css';

const t = messagesOf(fr);

/** The author changes a proposal; each change is a version that stays readable. */
function EditPage() {
  const { key } = useParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  const say = useToast();
  const { data: proposal } = useSuspenseQuery(proposalQuery(numberOf(key) ?? 0));
  const { data: text } = useSuspenseQuery(editableQuery(proposal.id));
  const settings = settingsOf(text);
  const save = useMutation({
    mutationFn: (values: FormValues) => {
      const written = writtenOf(values);
      return call(editProposal, {
        params: { contributionId: text.id },
        body: { ...written, pictures: [...written.pictures], revision: text.revision, reason: values.text('reason') },
      });
    },
    onSuccess: async (receipt) => {
      await client.invalidateQueries({ queryKey: proposalKeys.all, refetchType: 'none' });
      client.removeQueries({ queryKey: proposalKeys.one(receipt.number) });
      say(t(receipt.publication === 'pending' ? 'edit.done.pending' : 'edit.done'));
      navigate(proposalAddress(receipt));
    },
  });
  const isOverwritten = save.error instanceof Problem && save.error.code === 'changed-meanwhile';
  return (
    <Wrap width="read" className={styles.page}>
      <Crumbs
        crumbs={[
          ...placeCrumbs(text),
          { label: <TownWords>{proposal.title}</TownWords>, to: proposalAddress(proposal) },
          { label: t('edit.do') },
        ]}
      />
      <PageTitle lead={t('edit.lead')}>{t('edit.title')}</PageTitle>
      {!text.edit.allowed ? (
        <Notice tone="wait">{t('edit.why.other')}</Notice>
      ) : (
        <Form onSubmit={save.mutate} problem={save.error} aria-label={t('edit.title')}>
          {isOverwritten && (
            <LinkButton look="quiet" to={`${proposalAddress(proposal)}/versions`}>
              {t('edit.compare')}
            </LinkButton>
          )}
          <ProposalFields settings={settings} begin={writtenIn(text)} pictures={text.pictures} />
          <TextField name="reason" label={t('edit.reason')} help={t('edit.reason.help')} maxLength={300} />
          <SubmitBar>
            <Button type="submit" icon="check" loading={save.isPending}>
              {t('edit.save')}
            </Button>
            <LinkButton look="plain" to={proposalAddress(proposal)}>
              {t('cancel')}
            </LinkButton>
          </SubmitBar>
        </Form>
      )}
    </Wrap>
  );
}

export default definePage({
  needs: 'account',
  load: async ({ params, fetch }) => {
    const found = proposalQuery(numberOf(params['key']) ?? 0);
    return [found, editableQuery((await fetch(found)).id)];
  },
  head: () => ({ title: t('edit.title'), unlisted: true }),
  Page: EditPage,
});
