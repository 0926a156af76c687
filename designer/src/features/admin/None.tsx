/** What a table shows where there is nothing. */
export function None() {
  return <span className="fl-faint">—</span>;
}
