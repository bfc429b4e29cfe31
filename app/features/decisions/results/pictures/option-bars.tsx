import type { ReactNode } from "react";
import { Shape } from "#app/ui/shape.tsx";
import "./pictures.css";

export type BarTone =
  | "won"
  | "rest"
  | "gained"
  | "for"
  | "against"
  | "abstain"
  | "all-left"
  | `grade-${0 | 1 | 2 | 3 | 4 | 5}`;

/** One option's bar: parts from the left, and the same in words. */
export type Bar = {
  key: string;
  label: string;
  words: string;
  won: boolean;
  parts: { tone: BarTone; amount: number }[];
};

export type Bars = {
  bars: Bar[];
  /** The amount that a whole bar stands for. */
  whole: number;
  /** What had to be reached, across all bars. */
  line?: { at: number; label: string };
  legend?: { tone: BarTone; label: string }[];
};

/** A bar an option, all on one scale. Each says its amount in words; the bars are a picture of it. */
export function OptionBars({
  title,
  bars,
  whole,
  line,
  legend = [],
}: Bars & { title?: ReactNode }) {
  const place = (amount: number) => (whole > 0 ? `${(100 * amount) / whole}%` : "0%");
  return (
    <figure className="bars">
      <figcaption className="bars-caption">
        {title && <p className="bars-title">{title}</p>}
        <BarsKey line={line?.label} legend={legend} />
      </figcaption>
      <ul className="bars-list">
        {bars.map(({ key, label, words, won, parts }) => (
          <li key={key}>
            <p className="bars-words">
              <Shape
                name={won ? "circle" : "ring"}
                className={`bars-mark-${won ? "won" : "lost"}`}
              />
              <span className="bars-label">{label}</span>
              <span className="bars-amount">{words}</span>
            </p>
            <svg className="bars-picture" aria-hidden="true" focusable="false">
              <rect x="0" y="0" width="100%" height="100%" className="bars-ground" />
              {parts.map(({ tone, amount }, at) => (
                <rect
                  key={tone}
                  x={place(sum(parts.slice(0, at)))}
                  y="0"
                  width={place(amount)}
                  height="100%"
                  className={`bars-part bars-${tone}`}
                />
              ))}
              {line && (
                <line
                  x1={place(line.at)}
                  x2={place(line.at)}
                  y1="0"
                  y2="100%"
                  className="bars-line"
                />
              )}
            </svg>
          </li>
        ))}
      </ul>
    </figure>
  );
}

function BarsKey({ line, legend }: { line: string | undefined; legend: Bars["legend"] & object }) {
  if (line === undefined && legend.length === 0) return null;
  return (
    <ul className="bars-legend">
      {line !== undefined && (
        <li>
          <svg className="bars-swatch" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <line x1="8" x2="8" y1="0" y2="16" className="bars-line" />
          </svg>
          {line}
        </li>
      )}
      {legend.map(({ tone, label }) => (
        <li key={tone}>
          <svg className="bars-swatch" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <rect x="1" y="1" width="14" height="14" className={`bars-part bars-${tone}`} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

function sum(parts: { amount: number }[]): number {
  return parts.reduce((total, { amount }) => total + amount, 0);
}
