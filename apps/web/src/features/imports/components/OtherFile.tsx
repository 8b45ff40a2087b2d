import type { ImportView } from '@parvis/shared/contracts/imports.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Notice } from '../../../ui/Notice.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

/** Says that the file is another than the one chosen: which ready mapping reads it, or that none does, and what its columns are. */
export function OtherFile({ found: { columns, looksLike } }: { found: NonNullable<ImportView['found']> }) {
  return (
    <Notice tone="wait" title={t('other.title')}>
      <p>
        {looksLike ? t('other.looks-like', { name: t(`mapping.${looksLike}`) }) : t(columns.length > 0 ? 'other.none' : 'other.unreadable')}
      </p>
      {columns.length > 0 && <p>{t('other.columns', { count: columns.length, names: columns.join(', ') })}</p>}
    </Notice>
  );
}
