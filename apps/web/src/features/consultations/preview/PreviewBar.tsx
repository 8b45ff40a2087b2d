import { Link } from '../../../platform/router/router.tsx';
import type { ConsultationPage } from '@parvis/shared/contracts/consultations.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import fr from './messages/fr.json';
import styles from './PreviewBar.module.css';

const t = messagesOf(fr);

/** Above a draft: nobody else sees this, nothing is open yet. */
export function PreviewBar({ consultation: { id, allowed }, isSecret }: { consultation: Pick<ConsultationPage, 'id' | 'allowed'>; isSecret: boolean }) {
  return (
    <aside className={styles.bar} aria-label={t('label')}>
      <Wrap className={styles.inside}>
        <Icon name="eye" size="large" />
        <p><strong>{t('title')}</strong> {t(isSecret ? 'secret' : 'staff')}</p>
        {allowed.includes('edit') && <Link to={`/admin/consultations/${id}`}>{t('back')}</Link>}
      </Wrap>
    </aside>
  );
}
