import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '../../../platform/router/router.tsx';
import { duplicateConsultation, type AdminConsultation } from '@parvis/shared/contracts/consultation-admin.ts';
import { addDays } from '@parvis/shared/rules/calendar/planning.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { useTownLang } from '../../../platform/town-words.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { DateField } from '../../../ui/form/DateField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import fr from '../messages/fr.json';
import { sectionPath } from '../sections.ts';

const t = messagesOf(fr);

/** Begins a draft with these settings, its dates moved to a new start. */
export function DuplicateForm({ consultation: { id, title, phases } }: { consultation: AdminConsultation }) {
  const navigate = useNavigate();
  const duplicate = useMutation({
    mutationFn: (body: { title: string; startsOn: string }) => call(duplicateConsultation, { params: { consultationId: id }, body }),
    onSuccess: (made) => navigate(sectionPath(made.id, 'presentation')),
  });
  const first = phases[0]?.startsOn;
  const lang = useTownLang();
  return (
    <Disclosure summary={t('duplicate.open')} look="boxed">
      <Form
        warn={false}
        problem={duplicate.error}
        onSubmit={(values) => duplicate.mutate({ title: values.text('title'), startsOn: values.text('startsOn') })}
        aria-label={t('duplicate.title')}
      >
        <TextField
          name="title"
          label={t('field.title')}
          lang={lang}
          required
          maxLength={140}
          defaultValue={t('duplicate.name', { title })}
        />
        <DateField name="startsOn" label={t('duplicate.starts')} required defaultValue={first ? addDays(first, 364) : null} />
        <SubmitBar>
          <Button type="submit" look="quiet" icon="copy" loading={duplicate.isPending}>
            {t('duplicate.do')}
          </Button>
        </SubmitBar>
      </Form>
    </Disclosure>
  );
}
