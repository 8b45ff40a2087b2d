import { Link } from '../../platform/router/router.tsx';
import { addresses } from '../../platform/addresses.ts';
import { messagesOf } from '../../platform/messages.ts';
import { useSite } from '../../platform/site.tsx';
import { TownWords } from '../../platform/town-words.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Wrap } from '../../ui/Wrap.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { Arms } from './Arms.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import fr from './messages/fr.json';
import { townItems } from './nav-items.ts';
import { NavLinks } from './NavLinks.tsx';
import styles from './TownHeader.module.css';

const t = messagesOf(fr);

/** The town, not the software, signs the page. Everything here works before and without any script. */
export function TownHeader({ path }: { path: string }) {
  const { town, viewer } = useSite();
  return (
    <header className={styles.header}>
      <Wrap className={styles.row}>
        <Link className={styles.name} to={addresses.home}>
          <Arms url={town?.armsUrl ?? null} />
          <span>
            {town?.name ?? 'Parvis'}
            <small>{town ? <TownWords>{town.tagline}</TownWords> : t('tagline.none')}</small>
          </span>
        </Link>
        {town && (
          <nav className={styles.nav} aria-label={t('nav.label')}>
            <NavLinks items={townItems} path={path} />
          </nav>
        )}
        <div className={styles.language}>
          <LanguageSwitch path={path} />
        </div>
        {town &&
          (viewer ? (
            <AccountMenu viewer={viewer} />
          ) : (
            <LinkButton look="quiet" className={styles.signIn} to={addresses.signIn(path)}>
              {t('account.sign-in')}
            </LinkButton>
          ))}
        {town && (
          <Menu
            key={path}
            className={styles.menu}
            label={
              <>
                <Icon name="menu" size="large" />
                <span className={styles.menuWord}>{t('nav.menu')}</span>
              </>
            }
          >
            <nav className={styles.sheet} aria-label={t('nav.label')}>
              <NavLinks items={townItems} path={path} />
            </nav>
            <div className={styles.sheetFoot}>
              <LanguageSwitch path={path} />
            </div>
          </Menu>
        )}
      </Wrap>
    </header>
  );
}
