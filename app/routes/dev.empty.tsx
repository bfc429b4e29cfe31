/** A page with nothing on it: what every other page is measured against (docs/performance.md). */
export default function EmptyPage() {
  return null;
}
