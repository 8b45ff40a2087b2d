import { commentMaxLength, type ReplyView } from '@parvis/shared/contracts/comments.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../writing/messages/fr.json';
import { useEditComment } from '../queries.ts';

const t = messagesOf(fr);

/** Changes an own comment; a colleague of the author (another tab) who was faster is not overwritten. */
export function EditForm({ subjectId, comment, onDone }: { subjectId: string; comment: ReplyView; onDone: () => void }) {
  const edit = useEditComment(subjectId, comment.id);
  const say = useToast();
  return (
    <Form
      problem={edit.error}
      aria-label={t('edit')}
      onSubmit={(values) =>
        edit.mutate(
          { text: values.text('text'), revision: comment.revision },
          {
            onSuccess: () => {
              say(t('edit.saved'));
              onDone();
            },
          },
        )
      }
    >
      <TextArea
        name="text"
        label={t('edit.text')}
        help={comment.publication === 'published' && comment.moderation === 'none' ? t('edit.hint') : undefined}
        defaultValue={comment.text}
        max={commentMaxLength}
        rows={5}
        required
        autoFocus
      />
      <SubmitBar>
        <Button type="submit" size="small" loading={edit.isPending}>
          {t('edit.save')}
        </Button>
        <Button look="plain" size="small" onClick={onDone}>
          {t('cancel')}
        </Button>
      </SubmitBar>
    </Form>
  );
}
