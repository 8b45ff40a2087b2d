import { useState } from 'react';
import { reasonMaxLength, type ModerationCase } from '@parvis/shared/contracts/moderation.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../messages/fr.json';
import { useAddNote } from '../queries.ts';
import styles from '../moderation.module.css';

const t = messagesOf(fr);

/** What moderators tell each other; asking for an opinion puts the content into the queue under that reason. */
export function Notes({ contributionId, notes }: { contributionId: string; notes: ModerationCase['notes'] }) {
  const add = useAddNote(contributionId);
  const say = useToast();
  const [written, setWritten] = useState(0);
  return (
    <Disclosure
      summary={
        <>
          {t('notes.title')}
          {notes.length > 0 && <> ({notes.length})</>}
        </>
      }
      open={notes.length > 0}
    >
      {notes.length === 0 ? (
        <p className={styles.soft}>{t('notes.none')}</p>
      ) : (
        <ol className={styles.list}>
          {notes.map((note) => (
            <li key={note.id}>
              <strong>{note.author}</strong> {note.isOpen && <Chip tone="wait">{t('notes.asked')}</Chip>}
              <span>
                <TownWords>{note.text}</TownWords>
              </span>
              <small>
                <DateText date={note.createdAt} form="relative" />
              </small>
            </li>
          ))}
        </ol>
      )}
      <Form
        key={written}
        problem={add.error}
        aria-label={t('notes.title')}
        onSubmit={(values) =>
          add.mutate(
            { text: values.text('text'), asksOpinion: values.flag('asksOpinion') },
            {
              onSuccess: () => {
                setWritten(written + 1);
                say(t('notes.added'));
              },
            },
          )
        }
      >
        <TextArea name="text" label={t('notes.text')} rows={2} max={reasonMaxLength} required />
        <CheckboxField name="asksOpinion" label={t('notes.asks')} />
        <SubmitBar>
          <Button type="submit" look="quiet" size="small" loading={add.isPending}>
            {t('notes.add')}
          </Button>
        </SubmitBar>
      </Form>
    </Disclosure>
  );
}
