import { useState } from 'react';
import { archiveConsultation, closeConsultation, type AdminConsultation } from '@parvis/shared/contracts/consultation-admin.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Row } from '../../../ui/Stack.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../messages/fr.json';
import { useEditing } from '../queries.ts';

const t = messagesOf(fr);

/** Closing before time, and archiving; both are public and have no way back, so both are asked once more. */
export function EndActs({ consultation: { id, state, stage } }: { consultation: AdminConsultation }) {
  const say = useToast();
  const [asks, setAsks] = useState<'close' | 'archive' | null>(null);
  const done = (words: string) => (): void => {
    setAsks(null);
    say(words);
  };
  const close = useEditing(
    (reason: string) => call(closeConsultation, { params: { consultationId: id }, body: { reason } }),
    done(t('closed')),
  );
  const archive = useEditing(
    (reason: string) => call(archiveConsultation, { params: { consultationId: id }, body: { reason } }),
    done(t('archived')),
  );
  const isOpen = stage !== 'finished';
  const mayClose = state === 'published';
  const act = asks === 'close' ? close : archive;
  return (
    <Section title={t(mayClose ? 'end.title' : 'end.title.archive')} lead={t(mayClose ? 'end.lead' : 'end.lead.archive')}>
      <Row align="start">
        {mayClose && (
          <Button look="danger" icon="lock" onClick={() => setAsks('close')}>
            {t('end.close')}
          </Button>
        )}
        <Button look="plain" disabled={isOpen} {...(isOpen && { reason: t('end.archive.open') })} onClick={() => setAsks('archive')}>
          {t('end.archive')}
        </Button>
      </Row>
      <Dialog open={asks !== null} onClose={() => setAsks(null)} title={t(asks === 'close' ? 'end.close.ask' : 'end.archive.ask')}>
        <Form
          warn={false}
          problem={act.error}
          onSubmit={(values) => act.mutate(values.text('reason'))}
          aria-label={t(asks === 'close' ? 'end.close.ask' : 'end.archive.ask')}
        >
          <p>{t(asks === 'close' ? 'end.close.detail' : 'end.archive.detail')}</p>
          <TextField name="reason" label={t('reason')} help={t('reason.help')} required={asks === 'close'} maxLength={500} />
          <SubmitBar>
            <Button type="submit" look="danger" loading={act.isPending}>
              {t(asks === 'close' ? 'end.close' : 'end.archive')}
            </Button>
            <Button look="quiet" onClick={() => setAsks(null)}>
              {t('cancel')}
            </Button>
          </SubmitBar>
        </Form>
      </Dialog>
    </Section>
  );
}
