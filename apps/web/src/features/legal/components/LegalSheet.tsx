import type { ReactNode } from 'react';
import { Link, useLocation } from '../../../platform/router/router.tsx';
import type { PublishedVersion } from '@parvis/shared/contracts/legal.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { useTown } from '../../../platform/site.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import fr from '../messages/fr.json';
import { OlderVersion, Versions } from './Versions.tsx';
import styles from './LegalSheet.module.css';

const t = messagesOf(fr);

interface LegalSheetProps {
  title: ReactNode;
  lead?: string;
  version: number;
  publishedAt: string;
  versions: readonly PublishedVersion[];
  children: ReactNode;
}

/** What the town publishes about itself and its site: title, version and date, the text, the versions before; beside it the other pages. */
export function LegalSheet({ title, lead, version, publishedAt, versions, children }: LegalSheetProps) {
  const { footer } = useTown();
  const { pathname } = useLocation();
  return (
    <Wrap className={styles.sheet}>
      <div className={styles.text}>
        <PageTitle lead={lead} meta={<span>{t.rich('meta', { version, date: <DateText date={publishedAt} /> })}</span>}>
          {title}
        </PageTitle>
        <OlderVersion shown={version} versions={versions} />
        {children}
        <Versions shown={version} versions={versions} />
      </div>
      <nav className={styles.pages} aria-label={t('pages.label')}>
        <ul>
          {footer.map((page) => (
            <li key={page}>
              <Link to={addresses.footer(page)} aria-current={pathname === addresses.footer(page) ? 'page' : undefined}>
                {t(`title.${page}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </Wrap>
  );
}
