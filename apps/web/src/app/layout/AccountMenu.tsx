import { Link } from '../../platform/router/router.tsx';
import type { ViewerView } from '@parvis/shared/contracts/site.ts';
import { addresses } from '../../platform/addresses.ts';
import { messagesOf } from '../../platform/messages.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import fr from './messages/fr.json';
import styles from './TownHeader.module.css';

const t = messagesOf(fr);

/** Who is signed in, and what is theirs. */
export function AccountMenu({ viewer }: { viewer: ViewerView }) {
  return (
    <Menu
      align="end"
      label={
        <>
          <Avatar name={viewer.displayName} size="small" />
          <span className={styles.viewer} aria-hidden="true">
            {viewer.displayName}
          </span>
          <VisuallyHidden>{t('account.menu', { name: viewer.displayName })}</VisuallyHidden>
        </>
      }
    >
      <ul className={styles.links}>
        <li>
          <Link to={addresses.account}>{t('account.mine')}</Link>
        </li>
        <li>
          <Link to={addresses.myContributions}>{t('account.contributions')}</Link>
        </li>
        <li>
          <Link to={addresses.signOut}>{t('account.sign-out')}</Link>
        </li>
      </ul>
    </Menu>
  );
}
