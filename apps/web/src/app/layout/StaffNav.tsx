import { messagesOf } from '../../platform/messages.ts';
import { addresses } from '../../platform/addresses.ts';
import { hasRole, useViewer } from '../../platform/site.tsx';
import { ScrollLine } from '../../ui/ScrollLine.tsx';
import { Wrap } from '../../ui/Wrap.tsx';
import fr from './messages/fr.json';
import { administrationItems, isBelow, staffItems } from './nav-items.ts';
import { NavLinks } from './NavLinks.tsx';
import styles from './StaffNav.module.css';

const t = messagesOf(fr);

/** A second line under the header for those who work here: their desks, on every page, and nothing for anybody else. */
export function StaffNav({ path }: { path: string }) {
  const viewer = useViewer();
  const items = staffItems(viewer);
  if (items.length === 0) return null;
  return (
    <>
      <nav className={styles.staff} aria-label={t('staff.label')}>
        <Wrap>
          <ScrollLine current={path} className={styles.row}>
            <span className={styles.title} aria-hidden="true">
              {t('staff.label')}
            </span>
            <NavLinks items={items} path={path} />
          </ScrollLine>
        </Wrap>
      </nav>
      {isBelow(path, addresses.administration) && hasRole(viewer, 'administrator') && (
        <nav className={styles.administration} aria-label={t('admin.label')}>
          <Wrap>
            <ScrollLine current={path}>
              <NavLinks items={administrationItems} path={path} />
            </ScrollLine>
          </Wrap>
        </nav>
      )}
    </>
  );
}
