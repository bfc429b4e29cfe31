import type { ReactNode } from "react";
import "./progress.css";

/** How far something is, in words and as a bar. */
export function Progress({
  label,
  value,
  max,
  words,
}: {
  label: ReactNode;
  value: number;
  max: number;
  /** « 12 400 lignes sur 41 702 » */
  words: ReactNode;
}) {
  const whole = Math.max(1, max);
  return (
    <div className="progress">
      <p className="progress-words">
        <span className="progress-label">{label}</span> <span className="muted">{words}</span>
      </p>
      <svg className="progress-bar" aria-hidden="true">
        <rect width="100%" height="100%" className="progress-ground" />
        <rect width={`${(100 * Math.min(value, whole)) / whole}%`} height="100%" />
      </svg>
    </div>
  );
}
