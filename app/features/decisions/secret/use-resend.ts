import { useEffect } from "react";
import { BallotBoxAway } from "./ballot-box-client.ts";
import { sendHeld } from "./cast-sealed.ts";
import { changeOne, heldBallots, heldKey } from "./held-ballots.ts";
import { useCanSeal } from "./use-held-ballots.ts";

const RETRY_MS = 4_000;

/**
 * Sends again what an earlier page of this browser had sealed and did not see acknowledged: the same
 * bytes, until the urn answers. What this page seals it sends itself.
 */
export function useResend(assemblyId: string, electorIds: string[]): void {
  const canSeal = useCanSeal();
  const electors = electorIds.toSorted().join();
  useEffect(() => {
    if (!canSeal || electors === "") return undefined;
    const left = new Set(leftBehind(assemblyId, electors.split(",")));
    const send = async () => {
      for (const key of left) if (await isSettled(key)) left.delete(key);
      if (left.size === 0) clearInterval(timer);
    };
    const timer = setInterval(() => void send(), RETRY_MS);
    void send();
    return () => clearInterval(timer);
  }, [canSeal, assemblyId, electors]);
}

function leftBehind(assemblyId: string, electorIds: string[]): string[] {
  return Object.values(heldBallots())
    .filter((held) => held.sending && held.assemblyId === assemblyId)
    .filter(({ electorId }) => electorIds.includes(electorId))
    .map(({ electorId, decisionId }) => heldKey(electorId, decisionId));
}

/** Whether the urn has answered about this ballot, now or to another tab. */
async function isSettled(key: string): Promise<boolean> {
  if (!heldBallots()[key]?.sending) return true;
  try {
    const outcome = await sendHeld(key);
    if (outcome.state === "refused") {
      await changeOne(key, (one) => ({ ...one, notTaken: outcome.code }));
    }
    return true;
  } catch (error) {
    if (error instanceof BallotBoxAway) return false;
    throw error;
  }
}
