import type { ReactNode } from 'react';
import { Count } from '../../../ui/Count.tsx';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';

type Row = Readonly<Record<string, ReactNode>> & { readonly key: string; readonly name: ReactNode };

interface FigureTableProps {
  caption: string;
  /** What the rows are: "Catégorie". */
  name: string;
  rows: readonly Row[];
  /** Columns of numbers: the field of a row, and its header. */
  columns: readonly (readonly [field: string, header: string])[];
}

/** The table beside a picture: a name and numbers in each row. */
export function FigureTable({ caption, name, rows, columns }: FigureTableProps) {
  const numbers = columns.map(([field, header]): Column<Row> => ({
    key: field,
    header,
    align: 'end',
    cell: (row) => {
      const value = row[field];
      return typeof value === 'number' ? <Count value={value} size="text" /> : value;
    },
  }));
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={(row) => row.key}
      columns={[{ key: 'name', header: name, rowHeader: true, cell: (row) => row.name }, ...numbers]}
    />
  );
}
