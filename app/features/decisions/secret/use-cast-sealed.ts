import { useRef, useState } from "react";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import { BallotBoxAway } from "./ballot-box-client.ts";
import { castSealed, sendHeld, type BallotPlace, type CastOutcome } from "./cast-sealed.ts";
import { heldBallots, heldKey } from "./held-ballots.ts";

/** `away`: the ballot is sealed or about to be, and leaves when the ballot box answers again. */
export type Casting =
  | { step: "idle" | "sending" | "away" }
  | { step: "done"; outcome: CastOutcome };

const RETRY_MS = 3_000;

/** Casts one elector's ballot, however long the way is; one at a time. */
export function useCastSealed(place: BallotPlace): {
  casting: Casting;
  cast: (content: BallotContent) => Promise<CastOutcome>;
  reset: () => void;
} {
  const [casting, setCasting] = useState<Casting>({ step: "idle" });
  const running = useRef<Promise<CastOutcome>>();

  const run = async (content: BallotContent) => {
    setCasting({ step: "sending" });
    const outcome = await persistently(place, content, () => setCasting({ step: "away" })).catch(
      (bug): CastOutcome => {
        reportError(bug);
        return { state: "refused", code: "unexpected" };
      },
    );
    setCasting({ step: "done", outcome });
    running.current = undefined;
    return outcome;
  };
  return {
    casting,
    cast: (content) => (running.current ??= run(content)),
    reset: () => setCasting({ step: "idle" }),
  };
}

/** Once sealed, the same bytes again and again; a ballot is never sealed twice because of the road. */
async function persistently(
  place: BallotPlace,
  content: BallotContent,
  onAway: () => void,
): Promise<CastOutcome> {
  const key = heldKey(place.electorId, place.decisionId);
  const before = heldBallots()[key]?.revision;
  for (;;) {
    try {
      const sealed = heldBallots()[key]?.revision !== before;
      return await (sealed ? sendHeld(key) : castSealed(place, content));
    } catch (error) {
      if (!(error instanceof BallotBoxAway)) throw error;
      onAway();
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
