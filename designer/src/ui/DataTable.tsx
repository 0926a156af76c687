import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import './table.css';

export interface Column<Row> {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  number?: boolean;
  /** Sorted by this column when its head is pressed. */
  sortable?: boolean;
}

interface DataTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Where a row leads. The first column has to hold a link to it for the keyboard. */
  to?: (row: Row) => string;
  /** The column it is sorted by; "-" before it: falling. */
  sort?: string | undefined;
  onSort?: (sort: string | undefined) => void;
}

/** Rising, then falling, then as it was. */
const turned = (key: string, sort: string | undefined): string | undefined =>
  sort === key ? `-${key}` : sort === `-${key}` ? undefined : key;

/** A table; on a phone each row is a card. */
export function DataTable<Row>({ label, columns, rows, keyOf, to, sort, onSort }: DataTableProps<Row>) {
  const navigate = useNavigate();
  const sorted = (key: string): 'ascending' | 'descending' | 'none' =>
    sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none';
  return (
    <div className="fl-table-scroll fl-sheet">
      <table className="fl-table" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.number ? 'fl-table-number' : undefined}
                {...(column.sortable ? { 'aria-sort': sorted(column.key) } : {})}
              >
                {column.sortable && onSort ? (
                  <button type="button" onClick={() => onSort(turned(column.key, sort))}>
                    {column.title}
                    {sorted(column.key) === 'none' ? null : (
                      <span aria-hidden="true">{sorted(column.key) === 'ascending' ? '↑' : '↓'}</span>
                    )}
                  </button>
                ) : (
                  column.title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={keyOf(row)}
              className={to ? 'fl-table-link' : undefined}
              onClick={(event) => {
                const inside = event.target instanceof Element && event.target.closest('a, button');
                if (to && !inside) void navigate(to(row));
              }}
            >
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={column.number ? 'fl-table-number' : undefined}
                  data-label={column.title}
                >
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
