import { useState } from 'react';
import { publishConsultation, removeDraft, type AdminConsultation } from '@parvis/shared/contracts/consultation-admin.ts';
import { useNavigate } from '../../../platform/router/router.tsx';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Row, Stack } from '../../../ui/Stack.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../messages/fr.json';
import { useEditing } from '../queries.ts';

const t = messagesOf(fr);

/** The act that everything leads to; asked once more, with what it means. A draft can also be thrown away here. */
export function PublishAct({ consultation }: { consultation: AdminConsultation }) {
  const { id, checklist, phases, visibility, roll, updatedAt } = consultation;
  const say = useToast();
  const navigate = useNavigate();
  const [asks, setAsks] = useState<'publish' | 'remove' | null>(null);
  const missing = checklist.filter((one) => !one.isDone).length;
  const publish = useEditing(
    () => call(publishConsultation, { params: { consultationId: id }, body: { updatedAt } }),
    () => {
      setAsks(null);
      say(t('published'));
    },
  );
  const remove = useMutation({
    mutationFn: () => call(removeDraft, { params: { consultationId: id } }),
    onSuccess: () => {
      say(t('draft.removed'));
      navigate('/admin/consultations');
    },
  });
  const opening = phases.find((phase) => phase.opens.length > 0);
  return (
    <Section title={t('publish.title')}>
      <Stack gap={3}>
        <Row align="start">
          <Button
            icon="globe"
            disabled={missing > 0}
            {...(missing > 0 && { reason: t('publish.missing', { count: missing }) })}
            onClick={() => setAsks('publish')}
          >
            {t('publish.do')}
          </Button>
          <Button look="danger" icon="trash" onClick={() => setAsks('remove')}>
            {t('draft.remove')}
          </Button>
        </Row>
      </Stack>
      <Dialog
        open={asks === 'publish'}
        onClose={() => setAsks(null)}
        title={t('publish.ask')}
        actions={
          <>
            <Button loading={publish.isPending} onClick={() => publish.mutate(undefined)}>
              {t('publish.yes')}
            </Button>
            <Button look="quiet" onClick={() => setAsks(null)}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <ProblemNote problem={publish.error} />
        <ul>
          <li>{visibility === 'public' ? t('publish.means.public') : t('publish.means.invited', { count: roll.people })}</li>
          {opening && <li>{t.rich('publish.means.opens', { date: <DateText date={opening.startsAt} form="time" /> })}</li>}
          <li>{t('publish.means.history')}</li>
        </ul>
      </Dialog>
      <Dialog
        open={asks === 'remove'}
        onClose={() => setAsks(null)}
        title={t('draft.remove.ask')}
        actions={
          <>
            <Button look="danger" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('draft.remove.yes')}
            </Button>
            <Button look="quiet" onClick={() => setAsks(null)}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <ProblemNote problem={remove.error} />
        <p>{t('draft.remove.detail')}</p>
      </Dialog>
    </Section>
  );
}
