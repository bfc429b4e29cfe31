import type { ReactNode } from "react";
import { Shape, type ShapeName } from "./shape.tsx";
import "./tag.css";

/** A word or two about a thing: its phase, its kind. Colour is a second voice, never the only one. */
export type TagTone = "plain" | "canopy" | "clay" | "ochre" | "lake" | "plum";

export function Tag({
  tone = "plain",
  shape,
  children,
}: {
  tone?: TagTone;
  shape?: ShapeName;
  children: ReactNode;
}) {
  return (
    <span className={`tag tag-${tone}`}>
      {shape && <Shape name={shape} />}
      <span>{children}</span>
    </span>
  );
}
