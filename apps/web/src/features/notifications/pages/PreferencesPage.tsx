import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { writeNoticePreferences } from '@parvis/shared/contracts/notifications.ts';
import { optionalNotices, type OptionalNotice } from '@parvis/shared/rules/notices.ts';
import { addresses } from '../../../platform/addresses.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { useViewer } from '../../../platform/site.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { CheckboxGroup } from '../../../ui/form/CheckboxGroup.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { RadioGroup } from '../../../ui/form/RadioGroup.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { kindName } from '../kind-name.ts';
import fr from '../messages/fr.json';
import { preferencesQuery } from '../queries.ts';
import styles from './NotificationPages.module.css';

const t = messagesOf(fr);

/** Which mails I get: those that can wait, once a day or at once; and each kind on or off. What is ticked is sent. */
function PreferencesPage() {
  const client = useQueryClient();
  const say = useToast();
  const isStaff = (useViewer()?.roles.length ?? 0) > 0;
  const { data } = useSuspenseQuery(preferencesQuery);
  const kinds = optionalNotices.filter((kind) => isStaff || kind !== 'staff-digest');
  const save = useMutation({
    mutationFn: (values: FormValues) => {
      const on = new Set(values.list('kinds'));
      const off: OptionalNotice[] = [...kinds.filter((kind) => !on.has(kind)), ...data.off.filter((kind) => !kinds.includes(kind))];
      return call(writeNoticePreferences, { body: { daily: values.text('rhythm') === 'daily', off } });
    },
    onSuccess: (answer) => {
      client.setQueryData(preferencesQuery.queryKey, answer);
      say(t('preferences.saved'));
    },
  });
  return (
    <Wrap width="read" className={styles.page}>
      <Stack gap={5}>
        <Crumbs crumbs={[{ label: t('preferences.account'), to: addresses.account }, { label: t('preferences.title') }]} />
        <PageTitle lead={t('preferences.lead')}>{t('preferences.title')}</PageTitle>
        <Form onSubmit={save.mutate} problem={save.error}>
          <RadioGroup
            name="rhythm"
            label={t('preferences.rhythm')}
            layout="cards"
            defaultValue={data.daily ? 'daily' : 'at-once'}
            required
            options={[
              { value: 'daily', label: t('preferences.daily'), description: t('preferences.daily.detail') },
              { value: 'at-once', label: t('preferences.at-once'), description: t('preferences.at-once.detail') },
            ]}
          />
          <CheckboxGroup
            name="kinds"
            label={t('preferences.kinds')}
            help={t('preferences.kinds.help')}
            required
            options={kinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
            defaultValue={kinds.filter((kind) => !data.off.includes(kind))}
          />
          <SubmitBar>
            <Button type="submit" loading={save.isPending}>
              {t('preferences.save')}
            </Button>
          </SubmitBar>
        </Form>
      </Stack>
    </Wrap>
  );
}

export default definePage({
  load: () => [preferencesQuery],
  head: () => ({ title: t('preferences.title'), unlisted: true }),
  Page: PreferencesPage,
  needs: 'account',
});
