import type { DocumentView } from '@parvis/shared/contracts/consultations.ts';
import { formatNumber, messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import fr from '../messages/fr.json';
import styles from './Documents.module.css';

const t = messagesOf(fr);

/** Documents to read before taking part: what each is, how long and how heavy, before anybody opens it on a phone. */
export function Documents({ documents }: { documents: readonly DocumentView[] }) {
  return (
    <ul className={styles.documents}>
      {documents.map((document) => (
        <li key={document.fileId}>
          <Icon name="page" size="large" className={styles.icon} />
          <a href={document.url}>
            <TownWords>{document.title}</TownWords>{' '}
            <span className={styles.size}>
              {[t('document.pdf'), document.pages === null ? '' : t('document.pages', { count: document.pages }), sizeOf(document.bytes)]
                .filter(Boolean)
                .join(', ')}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Bytes as people say them. */
function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? t('document.kilobytes', { size: formatNumber(Math.max(1, Math.round(bytes / 1_000))) })
    : t('document.megabytes', { size: formatNumber(Math.round(bytes / 100_000) / 10) });
}
