import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '../../../platform/router/router.tsx';
import { createConsultation } from '@parvis/shared/contracts/consultation-admin.ts';
import { addresses } from '../../../platform/addresses.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Button } from '../../../ui/Button.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import fr from '../messages/fr.json';
import { sectionPath } from '../sections.ts';

const t = messagesOf(fr);

function NewPage() {
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: (body: { title: string; question: string }) => call(createConsultation, { body }),
    onSuccess: ({ id }) => navigate(sectionPath(id, 'presentation')),
  });
  return (
    <Wrap width="work">
      <Crumbs
        crumbs={[
          { label: t('crumb.admin'), to: addresses.administration },
          { label: t('crumb.consultations'), to: '/admin/consultations' },
          { label: t('new.title') },
        ]}
      />
      <PageTitle lead={t('new.lead')}>{t('new.title')}</PageTitle>
      <Stack gap={5}>
        <Form
          problem={create.error}
          onSubmit={(values) => create.mutate({ title: values.text('title'), question: values.text('question') })}
          aria-label={t('new.title')}
        >
          <TextField name="title" label={t('field.title')} help={t('field.title.help')} required maxLength={140} autoComplete="off" />
          <TextField name="question" label={t('field.question')} help={t('field.question.help')} maxLength={300} autoComplete="off" />
          <SubmitBar>
            <Button type="submit" loading={create.isPending || create.isSuccess}>
              {t('new.do')}
            </Button>
          </SubmitBar>
        </Form>
        <Notice title={t('new.proposed')}>{t('new.proposed.detail')}</Notice>
      </Stack>
    </Wrap>
  );
}

export default definePage({ needs: ['administrator'], head: () => ({ title: t('new.title'), unlisted: true }), Page: NewPage });
