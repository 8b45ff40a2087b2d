import { useQuery } from '@tanstack/react-query';
import { Link } from '../../../platform/router/router.tsx';
import type { MailDesk } from '@parvis/shared/contracts/mail-desk.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Notice, type NoticeTone } from '../../../ui/Notice.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import fr from '../messages/fr.json';
import { mailDeskQuery, useTestMail } from '../queries.ts';

const t = messagesOf(fr);
const tones: Record<NonNullable<MailDesk['test']>['state'], NoticeTone> = {
  waiting: 'wait',
  sent: 'success',
  refused: 'error',
  suppressed: 'error',
};

/** Sends a mail to the administrator, and says what the mail server answered. */
export function TestMail({ desk: { test, canSend, ownAddress } }: { desk: MailDesk }) {
  const send = useTestMail();
  const isWaiting = test?.state === 'waiting' && canSend;
  useQuery({ ...mailDeskQuery, enabled: isWaiting, refetchInterval: isWaiting ? 1_500 : false });
  return (
    <Section title={t('test.title')} lead={t('test.lead', { address: ownAddress })}>
      <Stack gap={3}>
        <ProblemNote problem={send.error} />
        <div role="status">
          {test &&
            (!canSend && test.state === 'waiting' ? (
              <Notice title={t('test.demo')}>{t.rich('test.demo.text', { link: (words) => <Link to="/dev/mail">{words}</Link> })}</Notice>
            ) : (
              <Notice tone={tones[test.state]} title={t(`test.${test.state}`, { address: test.address })}>
                <DateText date={test.at} form="time" />
                {test.reply !== '' && <p>{t('test.reply', { reply: test.reply })}</p>}
              </Notice>
            ))}
        </div>
        <p>
          <Button icon="mail" look="quiet" loading={send.isPending} onClick={() => send.mutate()}>
            {t(test ? 'test.again' : 'test.send')}
          </Button>
        </p>
      </Stack>
    </Section>
  );
}
