import type { ReactNode } from 'react';
import { messagesOf } from '../../platform/messages.ts';
import { SkipLink } from '../../ui/SkipLink.tsx';
import fr from './messages/fr.json';
import { StaffNav } from './StaffNav.tsx';
import { TownFooter } from './TownFooter.tsx';
import { TownHeader } from './TownHeader.tsx';
import styles from './Layout.module.css';

const t = messagesOf(fr);

/** What surrounds every page. `path` is the shown page's, below the language; `pending` that another one is on its way. */
export function Layout({ path, pending, children }: { path: string; pending: boolean; children: ReactNode }) {
  return (
    <>
      <SkipLink to="contenu">{t('skip')}</SkipLink>
      <TownHeader path={path} />
      <StaffNav path={path} />
      {pending && (
        <div className={styles.pending} role="status">
          <span>{t('pending')}</span>
        </div>
      )}
      <main id="contenu" tabIndex={-1} aria-busy={pending || undefined}>
        {children}
      </main>
      <TownFooter path={path} />
    </>
  );
}
