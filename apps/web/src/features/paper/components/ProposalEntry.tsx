import { useState } from 'react';
import type { PaperDesk } from '@parvis/shared/contracts/paper.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SelectField } from '../../../ui/form/SelectField.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../messages/fr.json';
import { useEnterProposal } from '../queries.ts';
import { PersonFields } from './PersonFields.tsx';

const t = messagesOf(fr);

/** One sheet with a proposal. After each the form is empty again: the next sheet is on top of the pile. */
export function ProposalEntry({ desk }: { desk: PaperDesk }) {
  const open = desk.activities.filter((one) => one.opened.includes('propose'));
  const [activityId, setActivity] = useState(open[0]?.id ?? '');
  const [sheet, nextSheet] = useState(0);
  const enter = useEnterProposal(desk.batch.id);
  const toast = useToast();
  const categories = open.find((one) => one.id === activityId)?.categories ?? [];
  if (open.length === 0)
    return (
      <EmptyState icon="calendar" title={t('closed.proposal')}>
        {t('closed.detail')}
      </EmptyState>
    );
  return (
    <Form
      key={sheet}
      problem={enter.error}
      draft={`paper-proposal-${desk.batch.id}`}
      onSubmit={(values) =>
        enter.mutate(
          {
            name: values.text('name'),
            isAnother: values.flag('isAnother'),
            activityId,
            title: values.text('title'),
            text: values.text('text'),
            categoryId: values.optional('categoryId'),
            address: values.text('address'),
            point: null,
          },
          {
            onSuccess: (entry) => {
              toast(t('done.proposal', { number: String(entry.number ?? '') }));
              nextSheet(sheet + 1);
            },
          },
        )
      }
    >
      {open.length > 1 && (
        <SelectField
          name="activityId"
          label={t('activity')}
          required
          options={open.map(({ id, title }) => ({ value: id, label: title }))}
          defaultValue={activityId}
          onChange={(event) => setActivity(event.target.value)}
        />
      )}
      <PersonFields focus={sheet > 0} />
      <TextField name="title" label={t('title')} required autoComplete="off" />
      <TextArea name="text" label={t('text')} help={t('text.help')} required rows={8} max={20_000} />
      {categories.length > 0 && (
        <SelectField
          name="categoryId"
          label={t('category')}
          required
          size="medium"
          options={categories.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField name="address" label={t('address')} autoComplete="off" size="medium" />
      <SubmitBar>
        <Button type="submit" icon="check" loading={enter.isPending}>
          {t('enter.proposal')}
        </Button>
      </SubmitBar>
    </Form>
  );
}
