import { Link } from '../../platform/router/router.tsx';
import { communeOf } from '@parvis/shared/rules/commune-name.ts';
import { addresses } from '../../platform/addresses.ts';
import { messagesOf } from '../../platform/messages.ts';
import { useSite } from '../../platform/site.tsx';
import { Wrap } from '../../ui/Wrap.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import fr from './messages/fr.json';
import styles from './TownFooter.module.css';

const t = messagesOf(fr);

/** Who speaks here, and the pages that the law asks for, at the foot of every page. */
export function TownFooter({ path }: { path: string }) {
  const { town, demo } = useSite();
  return (
    <footer className={styles.footer}>
      {town && (
        <Wrap className={styles.row}>
          <div className={styles.who}>
            <p className={styles.town}>{t('footer.town', { name: town.name, commune: communeOf(town.name) })}</p>
            {town.population !== null && <p>{t('footer.population', { count: town.population })}</p>}
          </div>
          <nav aria-label={t('footer.label')}>
            <ul>
              {town.footer.map((page) => (
                <li key={page}>
                  <Link to={addresses.footer(page)}>
                    {page === 'accessibility' ? t(`footer.accessibility.${town.conformity}`) : t(`footer.${page}`)}
                  </Link>
                </li>
              ))}
              {town.languages.length > 1 && (
                <li className={styles.language}>
                  <LanguageSwitch path={path} />
                </li>
              )}
            </ul>
          </nav>
        </Wrap>
      )}
      <Wrap>
        <p className={styles.software}>
          {t('footer.software')}
          {demo && <> {t('footer.demo')}</>}
        </p>
      </Wrap>
    </footer>
  );
}
