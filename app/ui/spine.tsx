import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import "./spine.css";

export type Purpose = "inform" | "debate" | "decide";
export type StationPhase = "upcoming" | "current" | "done";

/** The agenda: one line, a station for each item. */
export function Spine({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol className="spine" aria-label={label}>
      {children}
    </ol>
  );
}

/** One item of the agenda. The present one stands open; the others keep `children` short. */
export function Station({
  id,
  position,
  purpose,
  phase,
  title,
  about,
  children,
}: {
  id?: string;
  position: number;
  purpose: Purpose;
  phase: StationPhase;
  title: ReactNode;
  /** Minutes, documents: a short line beside the verb. */
  about?: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <li
      id={id}
      className={`station station-${phase} station-${purpose}`}
      aria-current={phase === "current" ? "step" : undefined}
    >
      <StationSign purpose={purpose} />
      <div className="station-head">
        <p className="station-about">
          <span className="station-position">{position}</span>
          <span className="station-purpose">{t(`purpose.${purpose}`)}</span>
          {about && <span>{about}</span>}
          {phase !== "upcoming" && (
            <span className="station-phase">{t(`stationPhase.${phase}`)}</span>
          )}
        </p>
        <h3 className="station-title">{title}</h3>
      </div>
      {children && <div className="station-body stack">{children}</div>}
    </li>
  );
}

/** To inform is a ring to look through, to debate an open arc, to decide a ballot's square. */
function StationSign({ purpose }: { purpose: Purpose }) {
  return (
    <svg className="station-sign" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      {purpose === "inform" && <circle cx="16" cy="16" r="9.5" />}
      {purpose === "debate" && <path d="M7 25.5l1.9-5.4A9.5 9.5 0 1 1 13 23.9z" />}
      {purpose === "decide" && <rect x="7" y="7" width="18" height="18" rx="1.5" />}
    </svg>
  );
}
