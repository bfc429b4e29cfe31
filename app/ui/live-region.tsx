/**
 * What a screen reader is told while it does something else. Hand in one summary of what changed;
 * an unchanged message is not said again.
 */
export function LiveRegion({ message }: { message: string }) {
  return (
    <p role="status" aria-live="polite" aria-atomic="true" className="for-ears">
      {message}
    </p>
  );
}
