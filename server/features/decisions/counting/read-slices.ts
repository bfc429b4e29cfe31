/**
 * Reads a long table some rows at a time: `read` gives the `size` rows that follow the last one.
 * What is read must not change meanwhile; then no lock or transaction is needed.
 */
export async function* readSlices<Row>(
  size: number,
  read: (last: Row | undefined) => Promise<{ rows: Row[] }>,
): AsyncGenerator<Row[]> {
  let last: Row | undefined;
  for (;;) {
    const { rows } = await read(last);
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    last = rows.at(-1);
  }
}
