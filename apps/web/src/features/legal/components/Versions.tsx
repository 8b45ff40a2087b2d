import { Link, useLocation } from '../../../platform/router/router.tsx';
import type { PublishedVersion } from '@parvis/shared/contracts/legal.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { DateText } from '../../../ui/DateText.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Section.tsx';
import fr from '../messages/fr.json';
import styles from './Versions.module.css';

const t = messagesOf(fr);

interface VersionsProps {
  readonly shown: number;
  readonly versions: readonly PublishedVersion[];
}

/** Says that an older version is being read, with the way to the present one. */
export function OlderVersion({ shown, versions }: VersionsProps) {
  const { pathname } = useLocation();
  if (versions.length === 0 || versions[0]!.version === shown) return null;
  return (
    <Notice tone="wait" title={t('older.title', { version: shown })} actions={<Link to={pathname}>{t('older.present')}</Link>}>
      {t('older.text')}
    </Notice>
  );
}

/** Every version that stays readable, newest first. */
export function Versions({ shown, versions }: VersionsProps) {
  const { pathname } = useLocation();
  return (
    <Section title={t('versions.title')} lead={t('versions.lead')}>
      <ol className={styles.versions}>
        {versions.map(({ version, publishedAt }, at) => {
          const words = (
            <>
              {t('versions.one', { version })}{' '}
              <span className={styles.date}>
                <DateText date={publishedAt} />
              </span>
            </>
          );
          return (
            <li key={version}>
              {version === shown ? (
                <span aria-current="page">{words}</span>
              ) : (
                <Link to={at === 0 ? pathname : `${pathname}?version=${version}`}>{words}</Link>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
