import { type ReactNode, useId } from "react";
import "./table.css";

export type Column<R> = {
  key: string;
  label: ReactNode;
  /** Numbers align on their right side. */
  numeric?: boolean;
  cell: (row: R) => ReactNode;
};

/** Rows under headings. The first column names the row. Wider than the screen, it scrolls alone. */
export function Table<R>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
}: {
  caption: ReactNode;
  /** Where a heading above says the same to eyes. */
  captionHidden?: boolean;
  columns: Column<R>[];
  rows: R[];
  rowKey: (row: R) => string;
}) {
  const id = useId();
  const align = (column: Column<R>) => (column.numeric ? "table-number" : undefined);
  return (
    // A region that scrolls must be reachable from the keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-room" role="region" aria-labelledby={id} tabIndex={0}>
      <table className="table">
        <caption id={id} className={captionHidden ? "table-caption-hidden" : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={align(column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={align(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
