import { useEffect } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '../../../platform/router/router.tsx';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { hasRole, useViewer } from '../../../platform/site.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import fr from '../messages/fr.json';
import { caseQuery, useClaim, useRelease } from '../queries.ts';
import { AppealPart } from './AppealPart.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import styles from '../moderation.module.css';

const t = messagesOf(fr);

/** The right of the desk: the appeal if there is one, and the decision. Opening a content keeps it for the reader, unless somebody else must settle its appeal; leaving it lets go. */
export function DecisionColumn({ contributionId, onDecided }: { contributionId: string; onDecided: (decided: readonly string[]) => void }) {
  const { data: found } = useSuspenseQuery(caseQuery(contributionId));
  const claim = useKept(contributionId, found.refusal === null && (found.appeal?.isForMe ?? true));
  const isAdministrator = hasRole(useViewer(), 'administrator');
  const other = found.claim && !found.claim.isMine ? found.claim : null;
  return (
    <>
      {found.appeal && <AppealPart found={found} appeal={found.appeal} onDecided={onDecided} />}
      {other && (
        <Notice
          tone="wait"
          title={t('claim.other', { name: other.by })}
          actions={
            <Button look="quiet" size="small" loading={claim.isPending} onClick={() => claim.mutate({ contributionId, takeOver: true })}>
              {t('claim.take')}
            </Button>
          }
        >
          {t('claim.other.words')}
        </Notice>
      )}
      {found.refusal ? (
        <Card as="section">
          <h2 className={styles.columnTitle}>{t('decision.title')}</h2>
          <p>{found.refusal.detail}</p>
        </Card>
      ) : !found.rules ? (
        <Notice tone="wait" actions={isAdministrator && <Link to={addresses.administration}>{t('decision.noRules.link')}</Link>}>
          {t('decision.noRules')}
        </Notice>
      ) : found.appeal?.isForMe || other ? null : (
        <DecisionForm found={found} rules={found.rules} onDecided={onDecided} />
      )}
      {claim.error && !other && <ProblemNote problem={claim.error} />}
    </>
  );
}

function useKept(contributionId: string, mayDecide: boolean) {
  const claim = useClaim();
  const release = useRelease();
  const { mutate: keep } = claim;
  const { mutate: letGo } = release;
  useEffect(() => {
    if (!mayDecide) return;
    keep({ contributionId });
    return () => letGo(contributionId);
  }, [contributionId, mayDecide, keep, letGo]);
  return claim;
}
