import { Link } from '../../../platform/router/router.tsx';
import { messagesOf } from '../../../platform/messages.ts';
import { hasRole, useViewer } from '../../../platform/site.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import fr from './messages/fr.json';
import styles from './PreviewBar.module.css';

const t = messagesOf(fr);

/** Above every page of a draft: nobody else sees this, nothing is open yet. Who is not of the staff sees it by a secret link. */
export function PreviewBar({ consultationId }: { consultationId: string }) {
  const viewer = useViewer();
  return (
    <aside className={styles.bar} aria-label={t('label')}>
      <Wrap className={styles.inside}>
        <Icon name="eye" size="large" />
        <p>
          <strong>{t('title')}</strong> {t(hasRole(viewer, 'facilitator', 'moderator', 'official', 'administrator') ? 'staff' : 'secret')}
        </p>
        {hasRole(viewer, 'administrator') && <Link to={`/admin/consultations/${consultationId}`}>{t('back')}</Link>}
      </Wrap>
    </aside>
  );
}
