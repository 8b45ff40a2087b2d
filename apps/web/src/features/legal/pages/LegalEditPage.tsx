import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '../../../platform/router/router.tsx';
import { maxLegalText, saveLegalPage } from '@parvis/shared/contracts/legal.ts';
import type { RequestOf } from '@parvis/shared/contracts/route.ts';
import { legalPages, type LegalPage } from '@parvis/shared/rules/words.ts';
import { addresses } from '../../../platform/addresses.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Problem } from '../../../platform/problem.ts';
import { Button } from '../../../ui/Button.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { RichTextField } from '../../../ui/rich/RichTextField.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { LegalFields, blanksOf, legalValuesOf } from '../components/LegalFields.tsx';
import fr from '../messages/fr.json';
import { legalDraftQuery, legalKeys } from '../queries.ts';
import styles from './LegalAdminPage.module.css';

const t = messagesOf(fr);

/** @throws Problem 404 for an address that names no legal page */
function pageOf(name: string | undefined): LegalPage {
  const page = legalPages.find((one) => one === name);
  if (!page) throw new Problem({ status: 404, code: 'page-not-found', title: t('admin.unknown'), detail: t('admin.unknown.text') });
  return page;
}

function LegalEditPage() {
  const page = pageOf(useParams()['page']);
  const { data } = useSuspenseQuery(legalDraftQuery(page));
  const client = useQueryClient();
  const go = useNavigate();
  const say = useToast();
  const save = useMutation({
    mutationFn: (values: FormValues) =>
      call(saveLegalPage, {
        // The page's own blanks, each named: what the contract asks for this page.
        body: {
          page,
          values: legalValuesOf(page, 'values', values),
          texts: data.texts.map(({ language }, at) => ({
            language,
            title: values.text(`texts/${at}/title`),
            html: values.text(`texts/${at}/html`),
          })),
        } as RequestOf<typeof saveLegalPage>,
      }),
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: legalKeys.all });
      say(
        saved.missing.length > 0 ? t('edit.kept', { count: saved.missing.length }) : t('edit.published', { version: saved.version ?? 1 }),
      );
      void go('/admin/pages-legales');
    },
  });
  return (
    <Wrap width="work" className={styles.page}>
      <Crumbs
        crumbs={[
          { label: t('admin.administration'), to: addresses.administration },
          { label: t('admin.title'), to: '/admin/pages-legales' },
          { label: t(`title.${page}`) },
        ]}
      />
      <PageTitle lead={t(data.version === null ? 'edit.lead.first' : 'edit.lead')}>{t(`title.${page}`)}</PageTitle>
      <Form onSubmit={save.mutate} problem={save.error} aria-label={t(`title.${page}`)}>
        <Section title={t('edit.values')} lead={t('edit.values.help')}>
          <Stack gap={5}>
            <LegalFields page={page} prefix="values" values={data.values} />
          </Stack>
        </Section>
        {data.texts.map((text, at) => (
          <Section key={text.language} title={t(`edit.text.${text.language}`)} lead={t('edit.text.help')}>
            <Stack gap={5}>
              <TextField name={`texts/${at}/title`} label={t('edit.title')} defaultValue={text.title} required />
              <RichTextField
                name={`texts/${at}/html`}
                label={t('edit.html')}
                defaultValue={text.html}
                max={maxLegalText}
                rows={16}
                blanks={blanksOf(page)}
                required
              />
            </Stack>
          </Section>
        ))}
        <SubmitBar>
          <Button type="submit" loading={save.isPending}>
            {t(data.version === null ? 'edit.save' : 'edit.publish')}
          </Button>
        </SubmitBar>
      </Form>
    </Wrap>
  );
}

export default definePage({
  load: ({ params }) => [legalDraftQuery(pageOf(params['page']))],
  head: ({ params }) => ({ title: t(`title.${pageOf(params['page'])}`), unlisted: true }),
  Page: LegalEditPage,
  needs: ['administrator'],
});
