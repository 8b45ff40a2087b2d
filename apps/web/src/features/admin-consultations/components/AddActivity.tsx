import { type AdminConsultation } from '@parvis/shared/contracts/consultation-admin.ts';
import { addActivity } from '@parvis/shared/contracts/consultation-activities.ts';
import { siteKinds } from '../../../activities/pages.ts';
import { screensOf } from '../../../activities/screens.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { RadioGroup } from '../../../ui/form/RadioGroup.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../messages/fr.json';
import { useEditing } from '../queries.ts';

const t = messagesOf(fr);

/** Chooses a way of taking part among those that this site knows; its settings come after. */
export function AddActivity({ consultation: { id, state } }: { consultation: AdminConsultation }) {
  const say = useToast();
  const kinds = Object.keys(siteKinds);
  const add = useEditing(
    (values: FormValues) =>
      call(addActivity, {
        params: { consultationId: id },
        body: { kind: values.text('kind'), title: values.text('title'), reason: values.text('reason') },
      }),
    () => say(t('activity.added')),
  );
  return (
    <Form key={add.data?.updatedAt} warn={false} problem={add.error} onSubmit={add.mutate} aria-label={t('activities.add')}>
      <RadioGroup
        name="kind"
        label={t('field.kind')}
        layout="cards"
        required
        defaultValue={kinds[0]}
        options={kinds.map((kind) => ({
          value: kind,
          label: screensOf(kind)?.words.name ?? kind,
          description: screensOf(kind)?.words.explanation,
        }))}
      />
      <TextField name="title" label={t('field.activity.title')} help={t('field.activity.title.help')} required maxLength={120} />
      {state !== 'draft' && <TextField name="reason" label={t('reason')} help={t('reason.help')} required maxLength={500} />}
      <SubmitBar>
        <Button type="submit" look="quiet" icon="plus" loading={add.isPending}>
          {t('activities.add.do')}
        </Button>
      </SubmitBar>
    </Form>
  );
}
