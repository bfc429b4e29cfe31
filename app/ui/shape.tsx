import "./shape.css";

/** Filled circle, square, ring: what colour says, said again for those who do not see it. */
export type ShapeName = "circle" | "square" | "ring";

export function Shape({ name, className = "" }: { name: ShapeName; className?: string }) {
  return (
    <svg
      className={`shape ${className}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      {name === "circle" && <circle cx="8" cy="8" r="7" fill="currentColor" />}
      {name === "square" && <rect x="1.5" y="1.5" width="13" height="13" fill="currentColor" />}
      {name === "ring" && (
        <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeWidth="2.8" />
      )}
    </svg>
  );
}
