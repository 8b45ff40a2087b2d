import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link, useQueryString } from '../../../platform/router/router.tsx';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Button } from '../../../ui/Button.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { MailMoment } from '../components/MailMoment.tsx';
import fr from '../messages/fr.json';
import { mailboxQuery } from '../queries.ts';
import styles from './MailboxPage.module.css';

const t = messagesOf(fr);

function MailboxPage() {
  const search = useQueryString();
  const { data, fetchNextPage, hasNextPage, isFetching, refetch } = useSuspenseInfiniteQuery(mailboxQuery(search.get('to') ?? undefined));
  const mails = data.pages.flatMap((page) => page.items);
  return (
    <Wrap className={styles.page}>
      <h1>{t('mailbox.title')}</h1>
      <p className={styles.intro}>{t('mailbox.intro')}</p>
      <p>
        <Button look="quiet" size="small" loading={isFetching} onClick={() => void refetch()}>
          {t('mailbox.reload')}
        </Button>
      </p>
      {mails.length === 0 ? (
        <p className={styles.empty}>{t('mailbox.empty')}</p>
      ) : (
        <ul className={styles.list} aria-label={t('mailbox.caption')}>
          {mails.map((mail) => (
            <li key={mail.id} className={styles.mail}>
              <Link to={`/dev/mail/${mail.id}`} className={styles.subject}>
                {mail.subject}
              </Link>
              <span className={styles.to}>
                {t('mailbox.to')} {mail.to}
              </span>
              <span className={styles.facts}>
                <MailMoment at={mail.createdAt} /> · {kindWords(mail.kind)}
                {mail.state !== 'waiting' && ` · ${t(`state.${mail.state}`)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button look="quiet" loading={isFetching} onClick={() => void fetchNextPage()}>
          {t('mailbox.more')}
        </Button>
      )}
    </Wrap>
  );
}

/** What sort of mail it is, in words: a kind that is newer than this page is a message. */
function kindWords(kind: string): string {
  const key = `kind.${kind}`;
  return t.has(key) ? t(key) : t('kind.other');
}

export default definePage({
  load: ({ query }) => [mailboxQuery(query.get('to') ?? undefined)],
  head: () => ({ title: t('mailbox.title'), unlisted: true }),
  Page: MailboxPage,
});
