import { useEffect, useState } from "react";
import { useCanSeal } from "./use-held-ballots.ts";
import { takeCredentials, type Refused } from "./take-credentials.ts";

type Credentials = {
  /** Codes by elector and decision. */
  refused: Refused;
  /** The ballot box does not answer at the moment; it is asked again. */
  away: boolean;
  /** Asking goes on. */
  busy: boolean;
  /** Something went wrong that asking again would not mend. */
  failed: boolean;
};

const IDLE: Credentials = { refused: {}, away: false, busy: false, failed: false };

/**
 * Takes the credentials of an assembly for these electors by itself while `active`. `urns` names the
 * decisions whose urns have keys, and those keys: when there is a new one, it asks again.
 */
export function useCredentials(
  assemblyId: string,
  electorIds: string[],
  { active, urns }: { active: boolean; urns: string[] },
): Credentials {
  const canSeal = useCanSeal();
  const [state, setState] = useState(IDLE);
  const electors = electorIds.toSorted().join();
  const decisions = urns.toSorted().join();
  const wanted = active && canSeal === true && electors !== "" && decisions !== "";

  useEffect(() => {
    if (!wanted) return undefined;
    const leaving = new AbortController();
    const { signal } = leaving;
    const change = (changes: Partial<Credentials>) => {
      if (!signal.aborted) setState((before) => ({ ...before, ...changes }));
    };
    change({ busy: true, failed: false });
    takeCredentials({ assemblyId, electorIds: electors.split(","), signal, tell: change }).then(
      () => change({ busy: false }),
      () => change({ busy: false, failed: true }),
    );
    return () => leaving.abort();
  }, [wanted, assemblyId, electors, decisions]);

  return state;
}
