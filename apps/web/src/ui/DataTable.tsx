import { useId, useState, type Key, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import styles from './DataTable.module.css';

/** One column. `rowHeader` names the row for those who hear the table (one in each table). */
export interface Column<R> {
  readonly key: string;
  readonly header: ReactNode;
  readonly cell: (row: R) => ReactNode;
  readonly rowHeader?: boolean;
  /** `end` for numbers, in tabular figures. */
  readonly align?: 'start' | 'end';
  /** As narrow as what stands in it: line numbers. */
  readonly narrow?: boolean;
  /** Holds titles or sentences: never so narrow that a row grows high. */
  readonly wide?: boolean;
  /** With it the reader may sort what is shown by this column. */
  readonly sortBy?: (row: R) => string | number;
}

interface DataTableProps<R> {
  caption: ReactNode;
  /** The caption is read aloud but not shown, where a title above says the same. */
  hideCaption?: boolean;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => Key;
  /** What stands in place of rows when there are none. */
  empty?: ReactNode;
}

type Order = { readonly key: string; readonly direction: 'ascending' | 'descending' };

/** Figures or objects in rows. Where the screen is too narrow it scrolls sideways within its own frame, by keyboard too. */
export function DataTable<R>({ caption, hideCaption = false, columns, rows, rowKey, empty }: DataTableProps<R>) {
  const captionId = useId();
  const [order, setOrder] = useState<Order | null>(null);
  const sorted = order ? sortRows(rows, columns.find((column) => column.key === order.key)!.sortBy!, order.direction) : rows;
  const turn = (key: string): void =>
    setOrder(order?.key === key && order.direction === 'ascending' ? { key, direction: 'descending' } : { key, direction: 'ascending' });
  return (
    <div className={styles.frame} role="region" aria-labelledby={captionId} tabIndex={0}>
      <table className={styles.table}>
        <caption id={captionId}>
          <span className={classNames(hideCaption && styles.unseen)}>{caption}</span>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={looksOf(column)}
                aria-sort={order?.key === column.key ? order.direction : undefined}
              >
                {column.sortBy ? (
                  <button type="button" className={styles.sort} onClick={() => turn(column.key)}>
                    {column.header}{' '}
                    <Icon name="chevron-down" className={classNames(styles.arrow, order?.key === column.key && styles[order.direction])} />
                  </button>
                ) : (
                  column.header
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.rowHeader ? (
                  <th key={column.key} scope="row" className={looksOf(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={looksOf(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {rows.length === 0 && empty && (
            <tr>
              <td colSpan={columns.length} className={styles.empty}>
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function looksOf({ align = 'start', narrow, wide }: Pick<Column<never>, 'align' | 'narrow' | 'wide'>): string {
  return classNames(styles[align], narrow && styles.narrow, wide && styles.wide);
}

function sortRows<R>(rows: readonly R[], by: (row: R) => string | number, direction: Order['direction']): R[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [one, other] = [by(a), by(b)];
    return (
      sign *
      (typeof one === 'number' && typeof other === 'number'
        ? one - other
        : String(one).localeCompare(String(other), undefined, { numeric: true }))
    );
  });
}
