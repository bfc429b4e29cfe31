import type { ResolutionOutcome } from "#domain/decisions/resolution.ts";
import { Shape, type ShapeName } from "#app/ui/shape.tsx";

const SHAPES: Record<ResolutionOutcome, ShapeName> = {
  adopted: "circle",
  rejected: "square",
  "not-quorate": "ring",
};

/** The outcome's shape, in its colour, before its sentence. */
export function OutcomeMark({ outcome }: { outcome: ResolutionOutcome }) {
  return (
    <span className={`outcome-mark outcome-mark-${outcome}`}>
      <Shape name={SHAPES[outcome]} />
    </span>
  );
}
