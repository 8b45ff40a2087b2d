import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import type { ImportFaultView, ImportView } from '@parvis/shared/contracts/imports.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Section } from '../../../ui/Section.tsx';
import fr from '../messages/fr.json';
import { faultsQuery } from '../queries.ts';
import styles from './Faults.module.css';

const t = messagesOf(fr);

const columns: readonly Column<ImportFaultView>[] = [
  { key: 'line', header: t('faults.line'), rowHeader: true, narrow: true, cell: (one) => (one.line > 0 ? one.line : '–') },
  {
    key: 'reason',
    header: t('faults.reason'),
    cell: (one) => (
      <>
        {one.reason} {one.isNotice && <Chip tone="wait">{t('faults.notice')}</Chip>}
        {(one.column || one.shown) && <div className={styles.where}>{whereOf(one)}</div>}
      </>
    ),
  },
];

/** The column and the value in one line below the reason: on a phone nothing of it is cut. */
function whereOf({ column, shown }: ImportFaultView): string {
  if (!column) return t('faults.value', { shown });
  return shown ? t('faults.column-and-value', { column, shown }) : t('faults.column', { column });
}

/** Every faulty row with its line, column and reason; faults first, then what is only told. */
export function Faults({ shown }: { shown: ImportView }) {
  const faults = useSuspenseInfiniteQuery(faultsQuery(shown.id, shown.state));
  const rows = faults.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return null;
  return (
    <Section title={t('faults.title')} lead={t('faults.lead')}>
      <DataTable
        caption={t('faults.caption')}
        hideCaption
        columns={columns}
        rows={rows}
        rowKey={(one) => `${one.line}-${one.column}-${one.code}-${one.shown}`}
      />
      <LoadMore
        more={faults.hasNextPage}
        onMore={() => void faults.fetchNextPage()}
        loading={faults.isFetchingNextPage}
        problem={faults.error}
        shown={rows.length}
      />
    </Section>
  );
}
