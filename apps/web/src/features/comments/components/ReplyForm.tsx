import { commentMaxLength, type ReplyView } from '@parvis/shared/contracts/comments.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../writing/messages/fr.json';
import { useAddComment } from '../queries.ts';

const t = messagesOf(fr);

/** Answers a comment where it stands; takes the focus when it opens. */
export function ReplyForm({ subjectId, parent, onDone }: { subjectId: string; parent: ReplyView; onDone: () => void }) {
  const add = useAddComment(subjectId);
  const say = useToast();
  const label = t('reply.to', { name: parent.author.name || t('author.erased') });
  return (
    <Form
      problem={add.error}
      aria-label={label}
      onSubmit={(values) =>
        add.mutate(
          { text: values.text('text'), parentId: parent.id },
          {
            onSuccess: (made) => {
              say(t(made.publication === 'pending' ? 'sent.before' : 'reply.sent'));
              onDone();
            },
          },
        )
      }
    >
      <TextArea name="text" label={t('reply.text')} max={commentMaxLength} rows={3} required autoFocus />
      <SubmitBar>
        <Button type="submit" size="small" loading={add.isPending}>
          {t('reply.send')}
        </Button>
        <Button look="plain" size="small" onClick={onDone}>
          {t('cancel')}
        </Button>
      </SubmitBar>
    </Form>
  );
}
