import type { ReactNode } from "react";
import "./stat.css";

/** Numbers that belong together. */
export function Stats({ children }: { children: ReactNode }) {
  return <dl className="stats">{children}</dl>;
}

/** A number that says what it counts and of whom: 841, voters, of 41 702 members. */
export function Stat({
  value,
  label,
  of,
  note,
}: {
  value: ReactNode;
  label: ReactNode;
  of?: ReactNode;
  note?: ReactNode;
}) {
  return (
    <div className="stat">
      <dt className="stat-label">{label}</dt>
      <dd className="stat-value">{value}</dd>
      {of && <dd className="stat-of">{of}</dd>}
      {note && <dd className="stat-note">{note}</dd>}
    </div>
  );
}
