import { useState } from 'react';
import type { PaperDesk } from '@parvis/shared/contracts/paper.ts';
import { stances } from '@parvis/shared/rules/words.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { RadioGroup } from '../../../ui/form/RadioGroup.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../messages/fr.json';
import { useEnterComment } from '../queries.ts';
import { PersonFields } from './PersonFields.tsx';

const t = messagesOf(fr);

/** One sheet with an opinion on a proposal, which it names by its number. */
export function CommentEntry({ desk }: { desk: PaperDesk }) {
  const [sheet, nextSheet] = useState(0);
  const enter = useEnterComment(desk.batch.id);
  const toast = useToast();
  if (!desk.activities.some((one) => one.opened.includes('comment')))
    return (
      <EmptyState icon="calendar" title={t('closed.comment')}>
        {t('closed.detail')}
      </EmptyState>
    );
  return (
    <Form
      key={sheet}
      problem={enter.error}
      draft={`paper-comment-${desk.batch.id}`}
      onSubmit={(values) =>
        enter.mutate(
          {
            name: values.text('name'),
            isAnother: values.flag('isAnother'),
            number: values.number('number') as number,
            stance: values.choice('stance', stances) ?? 'neutral',
            text: values.text('text'),
          },
          {
            onSuccess: (entry) => {
              toast(t('done.comment', { title: entry.title }));
              nextSheet(sheet + 1);
            },
          },
        )
      }
    >
      <TextField name="number" label={t('number')} help={t('number.help')} type="number" size="short" required autoFocus={sheet > 0} />
      <PersonFields />
      <RadioGroup
        name="stance"
        label={t('stance')}
        required
        layout="inline"
        defaultValue="neutral"
        options={stances.map((value) => ({ value, label: t(`stance.${value}`) }))}
      />
      <TextArea name="text" label={t('comment')} required rows={6} max={3_000} />
      <SubmitBar>
        <Button type="submit" icon="check" loading={enter.isPending}>
          {t('enter.comment')}
        </Button>
      </SubmitBar>
    </Form>
  );
}
