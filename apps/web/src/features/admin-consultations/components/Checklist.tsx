import { Link } from '../../../platform/router/router.tsx';
import type { AdminConsultation } from '@parvis/shared/contracts/consultation-admin.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import fr from '../messages/fr.json';
import { sectionOf, sectionPath } from '../sections.ts';
import styles from './Checklist.module.css';

const t = messagesOf(fr);

/** What must be there before the first act of anybody, and where each point is settled. */
export function Checklist({ consultation: { id, checklist, visibility, cover } }: { consultation: AdminConsultation }) {
  const shown = checklist.filter(
    (one) => (one.code !== 'roll' || visibility === 'invited') && (one.code !== 'cover-alt' || cover !== null),
  );
  return (
    <ul className={styles.list}>
      {shown.map(({ code, isDone, detail }) => {
        const section = sectionOf[code];
        return (
          <li key={code} className={classNames(isDone && styles.done)}>
            <span className={styles.mark}>{isDone ? <Icon name="check" /> : <Icon name="minus" />}</span>
            <div>
              <strong>{t(`check.${code}`)}</strong> <VisuallyHidden>{t(isDone ? 'check.done' : 'check.todo')}</VisuallyHidden>
              {detail && <p className={styles.detail}>{detail}</p>}
            </div>
            {!isDone && (
              <Link to={section === 'legal' ? '/admin/pages-legales' : sectionPath(id, section)}>
                {t('check.go')}
                <VisuallyHidden> {t(`check.${code}`)}</VisuallyHidden>
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
