import { useEffect, useState, useSyncExternalStore } from "react";
import {
  canHoldBallots,
  heldBallots,
  listenToHeld,
  type HeldBallot,
  type HeldBallots,
} from "./held-ballots.ts";

const NOTHING: HeldBallots = {};

/** What this browser holds for an assembly and some electors. */
export function useHeldBallots(assemblyId: string, electorIds: string[]): HeldBallot[] {
  return useAllHeld().filter(
    (one) => one.assemblyId === assemblyId && electorIds.includes(one.electorId),
  );
}

/** Electors whose ballot in a decision this browser has seen acknowledged. */
export function useCastHere(decisionId: string): Record<string, true> {
  const cast = useAllHeld().filter((one) => one.decisionId === decisionId && one.cast);
  return Object.fromEntries(cast.map(({ electorId }) => [electorId, true]));
}

/** Nothing until the page can act. */
function useAllHeld(): HeldBallot[] {
  const ready = useCanSeal() === true;
  const held = useSyncExternalStore(
    ready ? listenToHeld : neverChanges,
    ready ? heldBallots : nothing,
    nothing,
  );
  return Object.values(held);
}

/** Whether ballots can be sealed here: undefined until the page can act at all. */
export function useCanSeal(): boolean | undefined {
  const [can, setCan] = useState<boolean>();
  useEffect(() => setCan(canHoldBallots()), []);
  return can;
}

function nothing(): HeldBallots {
  return NOTHING;
}

function neverChanges(): () => void {
  return () => {};
}
