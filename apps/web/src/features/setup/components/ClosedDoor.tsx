import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import fr from '../messages/fr.json';
import styles from './Door.module.css';

const t = messagesOf(fr);

/** The wizard without its key: how to get one, or that everything is done. */
export function ClosedDoor({ isEmpty }: { isEmpty: boolean }) {
  return (
    <div className={styles.door}>
      <PageTitle lead={t(isEmpty ? 'closed.empty' : 'closed.done')}>{t(isEmpty ? 'title' : 'closed.title')}</PageTitle>
      <Card className={styles.act}>
        <p>{t('closed.how')}</p>
        <code className={styles.command} tabIndex={0}>
          {isEmpty ? 'npm start' : 'npm run municipality -- link <slug>'}
        </code>
      </Card>
      {!isEmpty && (
        <p>
          <LinkButton look="quiet" to={addresses.home}>
            {t('closed.home')}
          </LinkButton>
        </p>
      )}
    </div>
  );
}
