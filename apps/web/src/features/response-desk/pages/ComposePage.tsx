import { useRef } from 'react';
import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useQueryString } from '../../../platform/router/router.tsx';
import type { MyAccount } from '@parvis/shared/contracts/my-account.ts';
import { changeResponse, createResponse, markReady } from '@parvis/shared/contracts/responses.ts';
import { answerStatuses } from '@parvis/shared/rules/words.ts';
import { addresses } from '../../../platform/addresses.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { TownWords, useTownLang } from '../../../platform/town-words.tsx';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FileField } from '../../../ui/form/FileField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { RadioGroup } from '../../../ui/form/RadioGroup.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { RichTextField } from '../../../ui/rich/RichTextField.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { statusWords } from '../../contributions/components/StatusChip.tsx';
import { SubjectList } from '../../responses/components/SubjectList.tsx';
import { CommitmentFields, commitmentsFrom } from '../components/CommitmentFields.tsx';
import { DeskFrame } from '../components/DeskFrame.tsx';
import { myAccountQuery } from '../../account/queries.ts';
import { consultationQuery } from '../../consultations/queries.ts';
import fr from '../messages/fr.json';
import { answerableQuery, onePreparedQuery, sendDocument, useDeskRefresh } from '../queries.ts';

const t = messagesOf(fr);
const withoutEnding = (name: string): string => name.replace(/\.[^.]+$/, '').slice(0, 160) || name;

/** The name, with the function that the invitation gave. */
function signatureOf({ displayName, roles }: MyAccount): string {
  return [displayName, roles.find((one) => one.title)?.title].filter(Boolean).join(', ');
}

function ComposePage() {
  const { slug = '', responseId } = useParams();
  const search = useQueryString();
  const navigate = useNavigate();
  const say = useToast();
  const { data: me } = useSuspenseQuery(myAccountQuery());
  const refresh = useDeskRefresh();
  const lang = useTownLang();
  const { data: consultation } = useSuspenseQuery(consultationQuery(slug));
  const known = useQuery({ ...onePreparedQuery(responseId ?? ''), enabled: responseId !== undefined }).data ?? null;
  const ids = search.get('pour') ?? '';
  const subjects =
    useQuery({ ...answerableQuery(consultation.id, ids), enabled: responseId === undefined && ids !== '' }).data?.items ??
    known?.subjects ??
    [];
  const activityId = known?.activityId ?? search.get('demarche');
  const names = useRef(new Map<string, string>(known?.documents.map((one) => [one.id, one.title])));
  const made = useRef(responseId); // a second try, after only the last step failed, changes the answer that the first one made
  const prepared = `${addresses.responses}/${consultation.slug}/preparees`;
  const save = useMutation({
    mutationFn: async (values: FormValues) => {
      const body = {
        subjectIds: subjects.map((one) => one.id),
        activityId,
        status: values.choice('status', answerStatuses) ?? ('' as 'accepted'),
        bodyHtml: values.text('bodyHtml'),
        signedAs: values.text('signedAs'),
        documents: values.files('documents').map(({ id }) => ({ fileId: id, title: names.current.get(id) ?? 'PDF' })),
        commitments: commitmentsFrom(values),
      };
      const saved = made.current
        ? await call(changeResponse, { params: { responseId: made.current }, body })
        : await call(createResponse, { params: { consultationId: consultation.id }, body });
      made.current = saved.id;
      if (values.text('act') === 'ready') await call(markReady, { params: { responseId: saved.id }, body: { ready: true } });
    },
    onSuccess: async () => {
      await refresh();
      say(t('compose.saved'));
      navigate(prepared);
    },
  });
  if (responseId === undefined && !activityId && ids === '')
    return (
      <DeskFrame consultation={consultation} tab="prepared">
        <h2>{t('compose.title')}</h2>
        <EmptyState
          icon="pen"
          title={t('compose.none')}
          action={<LinkButton to={`${addresses.responses}/${consultation.slug}`}>{t('compose.none.do')}</LinkButton>}
        >
          {t('compose.none.detail')}
        </EmptyState>
      </DeskFrame>
    );
  return (
    <DeskFrame consultation={consultation} tab="prepared">
      <h2>{t(responseId ? 'compose.edit' : 'compose.title')}</h2>
      <Notice>{t('compose.lead')}</Notice>
      <Card>
        {activityId ? (
          <p>
            {t.rich('compose.about.activity', {
              title: <TownWords>{consultation.activities.find((one) => one.id === activityId)?.title ?? ''}</TownWords>,
            })}
          </p>
        ) : (
          <SubjectList title={t('compose.about')} subjects={subjects} count={known?.subjectCount ?? subjects.length} />
        )}
      </Card>
      <Form key={known?.updatedAt ?? 'new'} onSubmit={save.mutate} problem={save.error}>
        <RadioGroup
          name="status"
          label={t('compose.status')}
          layout="cards"
          required
          defaultValue={known?.status}
          options={answerStatuses.map((one) => ({ value: one, label: statusWords(one), description: t(`status.explain.${one}`) }))}
        />
        <RichTextField
          name="bodyHtml"
          label={t('compose.body')}
          help={t('compose.body.help')}
          max={10_000}
          rows={12}
          required
          defaultValue={known?.bodyHtml}
        />
        <TextField
          name="signedAs"
          lang={lang}
          label={t('compose.signed')}
          help={t('compose.signed.help')}
          required
          defaultValue={known?.signedAs ?? signatureOf(me)}
        />
        <FileField
          name="documents"
          label={t('compose.documents')}
          help={t('compose.documents.help')}
          accept="application/pdf,.pdf"
          max={10}
          alt={false}
          defaultValue={known?.documents.map((one) => ({ id: one.id, name: one.title, url: one.url, mediaType: one.mediaType })) ?? []}
          send={async (file, onProgress, signal) => {
            const sent = await sendDocument(file, onProgress, signal);
            names.current.set(sent.id, withoutEnding(file.name));
            return sent;
          }}
        />
        <CommitmentFields known={known?.commitments ?? []} />
        <SubmitBar>
          <Button type="submit" name="act" value="ready" loading={save.isPending}>
            {t('compose.ready')}
          </Button>
          <Button type="submit" name="act" value="draft" look="quiet" loading={save.isPending}>
            {t('compose.save')}
          </Button>
        </SubmitBar>
      </Form>
    </DeskFrame>
  );
}

export default definePage({
  needs: ['official', 'administrator'],
  load: async ({ params, query, fetch }) => {
    const { id } = await fetch(consultationQuery(params['slug'] ?? ''));
    const ids = query.get('pour');
    return [myAccountQuery(), ...(params['responseId'] ? [onePreparedQuery(params['responseId'])] : ids ? [answerableQuery(id, ids)] : [])];
  },
  head: ({ params, read }) => ({ title: `${t('compose.title')} – ${read(consultationQuery(params['slug'] ?? '')).title}`, unlisted: true }),
  Page: ComposePage,
});
