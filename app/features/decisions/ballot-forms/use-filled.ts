import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import type { BallotFieldsProps } from "./form.ts";
import { readBallot } from "./read.ts";

type Filled = {
  /** Goes around the fields. */
  fields: RefObject<HTMLDivElement>;
  content: BallotContent | undefined;
  /** To be called when any of them has changed. */
  look: () => void;
};

/** What the fields say at this moment, so that it can be counted aloud while they are filled in. */
export function useFilled({
  filled,
  disabled,
}: Pick<BallotFieldsProps, "filled" | "disabled">): Filled {
  const fields = useRef<HTMLDivElement>(null);
  const [content, setContent] = useState(filled);
  const look = useCallback(() => {
    const form = fields.current?.closest("form");
    if (form && !disabled) setContent(readBallot(new FormData(form)));
  }, [disabled]);
  // What was ticked before scripts came, or what the browser kept over a reload.
  useEffect(look, [look]);
  return { fields, content, look };
}
