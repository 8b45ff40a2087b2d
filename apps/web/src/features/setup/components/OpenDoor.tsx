import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '../../../platform/router/router.tsx';
import { openInstallation } from '@parvis/shared/contracts/installation.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import fr from '../messages/fr.json';
import { installationQuery } from '../queries.ts';
import { Promises } from './Promises.tsx';
import styles from './Door.module.css';

const t = messagesOf(fr);

/** Who follows the one-time link reads what will happen, and opens it by a button: a preview of the link uses nothing up. */
export function OpenDoor({ token }: { token: string }) {
  const client = useQueryClient();
  const go = useNavigate();
  const open = useMutation({
    mutationFn: () => call(openInstallation, { body: { token } }),
    onSuccess: (installation) => {
      client.setQueryData(installationQuery.queryKey, installation);
      void go('/installation', { replace: true });
    },
  });
  return (
    <div className={styles.door}>
      <PageTitle lead={t('door.lead')}>{t('door.title')}</PageTitle>
      <Promises />
      <Card look="lifted" className={styles.act}>
        <p>{t('door.once')}</p>
        <p>
          <Button loading={open.isPending} onClick={() => open.mutate()}>
            {t('door.open')}
          </Button>
        </p>
        <ProblemNote problem={open.error} />
      </Card>
    </div>
  );
}
