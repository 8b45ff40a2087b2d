import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '../../../platform/router/router.tsx';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { useSite } from '../../../platform/site.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { MailMoment } from '../components/MailMoment.tsx';
import fr from '../messages/fr.json';
import { mailQuery } from '../queries.ts';
import styles from './MailPage.module.css';

const t = messagesOf(fr);

function MailPage() {
  const { mailId = '' } = useParams();
  const { data: mail } = useSuspenseQuery(mailQuery(mailId));
  const { base } = useSite();
  return (
    <Wrap className={styles.page}>
      <p>
        <Link to="/dev/mail">{t('mailbox.back')}</Link>
      </p>
      <h1 className={styles.subject}>{mail.subject}</h1>
      <dl className={styles.facts}>
        <dt>{t('mailbox.from')}</dt>
        <dd>{mail.from}</dd>
        <dt>{t('mailbox.to')}</dt>
        <dd>{mail.to}</dd>
        <dt>{t('mailbox.at')}</dt>
        <dd>
          <MailMoment at={mail.createdAt} />
        </dd>
        <dt>{t('mailbox.state')}</dt>
        <dd>{t(`state.${mail.state}`)}</dd>
      </dl>
      {/* Its policy lets no script run; `allow-scripts` is for the tools that look at the page from outside, such as axe. */}
      <iframe
        className={styles.frame}
        src={`${base}${mail.htmlUrl}`}
        title={t('mailbox.html')}
        sandbox="allow-scripts allow-top-navigation-by-user-activation"
      />
      <details className={styles.text}>
        <summary>{t('mailbox.text')}</summary>
        <pre>
          {mail.text.split(/(https?:\/\/\S+)/).map((part, at) =>
            at % 2 === 1 ? (
              <a key={at} href={part}>
                {part}
              </a>
            ) : (
              part
            ),
          )}
        </pre>
      </details>
    </Wrap>
  );
}

export default definePage({
  load: ({ params }) => [mailQuery(params['mailId'] ?? '')],
  head: ({ params, read }) => ({ title: read(mailQuery(params['mailId'] ?? '')).subject, unlisted: true }),
  Page: MailPage,
});
