import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '../../../platform/router/router.tsx';
import { unsubscribe } from '@parvis/shared/contracts/mails.ts';
import { addresses } from '../../../platform/addresses.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { useTown } from '../../../platform/site.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { kindName } from '../kind-name.ts';
import fr from '../messages/fr.json';
import { unsubscriptionQuery } from '../queries.ts';
import styles from './NotificationPages.module.css';

const t = messagesOf(fr);

/** A button confirms: programs that open every link of a mail unsubscribe nobody. */
function UnsubscribePage() {
  const { token = '' } = useParams();
  const { name } = useTown();
  const client = useQueryClient();
  const query = unsubscriptionQuery(token);
  const { data } = useSuspenseQuery(query);
  const stop = useMutation({
    mutationFn: () => call(unsubscribe, { params: { token } }),
    onSuccess: (answer) => client.setQueryData(query.queryKey, answer),
  });
  return (
    <Wrap width="read" className={styles.page}>
      <Stack gap={5}>
        <PageTitle>{t('unsubscribe.title')}</PageTitle>
        <Card>
          <p>{t(data.isOn ? 'unsubscribe.kind' : 'unsubscribe.kind.off', { town: name })}</p>
          <p>
            <strong>{kindName(data.kind)}</strong>
          </p>
          {data.isOn ? (
            <p>
              <Button loading={stop.isPending} onClick={() => stop.mutate()}>
                {t('unsubscribe.do')}
              </Button>
            </p>
          ) : (
            <Notice tone="success" role="status" title={t('unsubscribe.done')}>
              {t('unsubscribe.done.detail')}
            </Notice>
          )}
          <ProblemNote problem={stop.error} />
        </Card>
        <p>
          <Link to={addresses.notifications}>{t('unsubscribe.others')}</Link>
        </p>
      </Stack>
    </Wrap>
  );
}

export default definePage({
  load: ({ params }) => [unsubscriptionQuery(params['token'] ?? '')],
  head: () => ({ title: t('unsubscribe.title'), unlisted: true }),
  Page: UnsubscribePage,
});
