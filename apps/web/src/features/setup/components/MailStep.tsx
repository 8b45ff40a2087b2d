import { useQuery } from '@tanstack/react-query';
import { setUpMail, type Installation, type TestMail } from '@parvis/shared/contracts/installation.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Link } from '../../../platform/router/router.tsx';
import { useSite } from '../../../platform/site.tsx';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { Notice, type NoticeTone } from '../../../ui/Notice.tsx';
import fr from '../messages/fr.json';
import { installationQuery, useStep } from '../queries.ts';
import { stepAddress } from '../steps.ts';

const t = messagesOf(fr);
const tones: Record<TestMail['state'], NoticeTone> = { waiting: 'wait', sent: 'success', refused: 'error', suppressed: 'error' };

/** Sends a mail to whoever installs, and says what the mail server answered. */
export function MailStep({ installation }: { installation: Installation }) {
  const { demo } = useSite();
  const send = useStep(
    (values: FormValues) => call(setUpMail, { body: { address: values.text('address') } }),
    () => undefined,
  );
  const { mail } = installation;
  const isWaiting = mail?.state === 'waiting' && !demo;
  useQuery({ ...installationQuery, enabled: isWaiting, refetchInterval: isWaiting ? 1_500 : false });
  return (
    <>
      <Form onSubmit={send.mutate} problem={send.error} warn={false}>
        <TextField
          name="address"
          type="email"
          label={t('mail.address')}
          help={t('mail.address.help')}
          defaultValue={mail?.address ?? ''}
          autoComplete="email"
          size="medium"
          required
        />
        <SubmitBar>
          <Button type="submit" look={mail ? 'quiet' : 'main'} loading={send.isPending}>
            {t(mail ? 'mail.again' : 'mail.send')}
          </Button>
        </SubmitBar>
      </Form>
      <div role="status">
        {mail &&
          (demo && mail.state === 'waiting' ? (
            <Notice tone="info" title={t('mail.demo')}>
              {t.rich('mail.demo.text', {
                link: (words) => (
                  <Link to="/dev/mail" target="_blank">
                    {words}
                  </Link>
                ),
              })}
            </Notice>
          ) : (
            <Notice tone={tones[mail.state]} title={t(`mail.${mail.state}`, { address: mail.address })}>
              {mail.reply !== '' && t('mail.reply', { reply: mail.reply })}
            </Notice>
          ))}
      </div>
      <SubmitBar>
        <LinkButton look={mail ? 'main' : 'plain'} to={stepAddress('administrator')}>
          {t(mail ? 'next' : 'later')}
        </LinkButton>
      </SubmitBar>
    </>
  );
}
