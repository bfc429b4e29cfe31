import type { ReactNode } from "react";
import { Shape, type ShapeName } from "./shape.tsx";
import "./result-bar.css";

export type ResultTone = "for" | "against" | "abstain";
export type ResultSegment = {
  tone: ResultTone;
  /** For, Against, Abstain: in the reader's language. */
  label: ReactNode;
  count: number;
  /** The count as the reader writes it, and its share where one may be shown. */
  countWords: string;
  share?: string;
};
export type ResultThreshold = {
  /** Exactly what was needed: three quarters is {num: 3, den: 4}. */
  num: number;
  den: number;
  label: ReactNode;
  /** Of everything cast, or of for and against alone: abstentions then lie beyond the scale. */
  of: "all" | "for-and-against";
};

const SHAPES: Record<ResultTone, ShapeName> = {
  for: "circle",
  against: "square",
  abstain: "ring",
};

/**
 * A count as a bar: for, against, abstain in this order, and the line that had to be reached. The
 * legend says the same in words; the bar itself is a picture.
 */
export function ResultBar({
  segments,
  threshold,
}: {
  segments: ResultSegment[];
  threshold?: ResultThreshold;
}) {
  const total = segments.reduce((sum, { count }) => sum + count, 0);
  const place = (count: number) => (total === 0 ? 0 : (100 * count) / total);
  const line = threshold && place(thresholdPlace(segments, threshold));
  const starts = segments.map((_, index) =>
    segments.slice(0, index).reduce((sum, { count }) => sum + count, 0),
  );
  return (
    <figure className="result-bar">
      <svg className="result-picture" aria-hidden="true" focusable="false">
        <rect x="0" y="15" width="100%" height="42" className="result-ground" />
        {segments.map(({ tone, count }, index) => (
          <rect
            key={tone}
            x={`${place(starts[index] ?? 0)}%`}
            y="15"
            width={`${place(count)}%`}
            height="42"
            className={`result-part result-${tone}`}
          />
        ))}
        {line !== undefined && (
          <>
            <line x1={`${line}%`} x2={`${line}%`} y1="0" y2="72" className="result-halo" />
            <line x1={`${line}%`} x2={`${line}%`} y1="0" y2="72" className="result-line" />
          </>
        )}
      </svg>
      <figcaption>
        {threshold && (
          <p className="result-threshold">
            <svg className="result-key" viewBox="0 0 4 20" aria-hidden="true" focusable="false">
              <path d="M2 0v20" />
            </svg>
            {threshold.label}
          </p>
        )}
        <ul className="result-legend">
          {segments.map(({ tone, label, countWords, share }) => (
            <li key={tone} className={`result-entry result-entry-${tone}`}>
              <Shape name={SHAPES[tone]} />
              <span className="result-label">{label}</span>
              <span className="result-count">{countWords}</span>
              {share && <span className="result-share">{share}</span>}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

/** Where on the scale the needed share lies, in ballots. */
function thresholdPlace(segments: ResultSegment[], { num, den, of }: ResultThreshold): number {
  const scale = segments
    .filter(({ tone }) => of === "all" || tone !== "abstain")
    .reduce((sum, { count }) => sum + count, 0);
  return (scale * num) / den;
}
