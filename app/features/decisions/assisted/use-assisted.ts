import { useEffect, useState } from "react";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import type { ReceiptNumbers } from "#domain/decisions/secret/receipt-words.ts";
import type { AssistedBallot, AssistedPlace } from "./cast-assisted.ts";

/** Where an assisted vote stands. From `taking` to `cast` the page must not be left. */
export type Assisted =
  | { step: "begin" | "taking" }
  | { step: "filling"; ballot: AssistedBallot; content?: BallotContent }
  | { step: "reviewing"; ballot: AssistedBallot; content: BallotContent }
  | { step: "casting"; content: BallotContent }
  | { step: "cast"; receipt: ReceiptNumbers }
  | { step: "refused"; code: string };

/** A ballot taken and cast for somebody, step by step, in this page's memory. */
export function useAssisted(place: AssistedPlace) {
  const [assisted, setAssisted] = useState<Assisted>({ step: "begin" });
  useStayHere(["taking", "filling", "reviewing", "casting"].includes(assisted.step));

  const failed = () => setAssisted({ step: "refused", code: "unknown" });
  const take = async () => {
    setAssisted({ step: "taking" });
    const { takeAssisted } = await import("./cast-assisted.ts");
    const taken = await takeAssisted(place);
    setAssisted(
      "ballot" in taken
        ? { step: "filling", ballot: taken.ballot }
        : { step: "refused", code: taken.refused },
    );
  };
  const cast = async (ballot: AssistedBallot, content: BallotContent) => {
    setAssisted({ step: "casting", content });
    const { castAssisted } = await import("./cast-assisted.ts");
    const done = await castAssisted(ballot, content);
    setAssisted(
      "receipt" in done
        ? { step: "cast", receipt: done.receipt }
        : { step: "refused", code: done.refused },
    );
  };
  return {
    assisted,
    take: () => void take().catch(failed),
    review: (ballot: AssistedBallot, content: BallotContent) =>
      setAssisted({ step: "reviewing", ballot, content }),
    back: (ballot: AssistedBallot, content: BallotContent) =>
      setAssisted({ step: "filling", ballot, content }),
    cast: (ballot: AssistedBallot, content: BallotContent) =>
      void cast(ballot, content).catch(failed),
  };
}

/** The browser asks before the page is left: the ballot is in its memory alone. */
function useStayHere(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [active]);
}
