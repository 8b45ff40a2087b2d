import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '../../../platform/router/router.tsx';
import { publishModerationRules } from '@parvis/shared/contracts/legal.ts';
import { addresses } from '../../../platform/addresses.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Button } from '../../../ui/Button.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { RulesEditor, rulesOf } from '../components/RulesEditor.tsx';
import fr from '../messages/fr.json';
import { legalKeys, rulesDraftQuery } from '../queries.ts';
import styles from './LegalAdminPage.module.css';

const t = messagesOf(fr);

function RulesEditPage() {
  const { data } = useSuspenseQuery(rulesDraftQuery);
  const client = useQueryClient();
  const go = useNavigate();
  const say = useToast();
  const publish = useMutation({
    mutationFn: (values: FormValues) => call(publishModerationRules, { body: { rules: rulesOf(values, data.languages) } }),
    onSuccess: async ({ version }) => {
      await client.invalidateQueries({ queryKey: legalKeys.all });
      say(t('rules.published', { version }));
      void go('/admin/pages-legales');
    },
  });
  return (
    <Wrap width="work" className={styles.page}>
      <Crumbs
        crumbs={[
          { label: t('admin.administration'), to: addresses.administration },
          { label: t('admin.title'), to: '/admin/pages-legales' },
          { label: t('title.moderation-rules') },
        ]}
      />
      <PageTitle lead={t(data.version === null ? 'rules.edit.lead.first' : 'rules.edit.lead')}>{t('title.moderation-rules')}</PageTitle>
      <Form onSubmit={publish.mutate} problem={publish.error} aria-label={t('title.moderation-rules')}>
        <RulesEditor rules={data.rules} languages={data.languages} />
        <SubmitBar>
          <Button type="submit" loading={publish.isPending}>
            {data.version === null ? t('rules.publish.first') : t('rules.publish', { version: data.version + 1 })}
          </Button>
        </SubmitBar>
      </Form>
    </Wrap>
  );
}

export default definePage({
  load: () => [rulesDraftQuery],
  head: () => ({ title: t('title.moderation-rules'), unlisted: true }),
  Page: RulesEditPage,
  needs: ['administrator'],
});
