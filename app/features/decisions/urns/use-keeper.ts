import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Refusal } from "#domain/kernel/result.ts";
import type { CommandMap, CommandType } from "#wire/commands.ts";
import type { CeremonyView } from "#wire/urns.ts";
import { postAct } from "#app/features/live-session/post-act.ts";
import { keep, type KeptKeys, readKept } from "./keeper-store.ts";

/** Why an act did not succeed in this browser itself. */
export type Trouble = "storage" | "network" | "wrong-share" | "failed";

export class KeeperTrouble extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble);
  }
}

export type Keeper = {
  /** Whether scripts run, so that keys can be made and read. */
  ready: boolean;
  kept: KeptKeys | undefined;
  busy: boolean;
  trouble: Trouble | undefined;
  refusal: Refusal | undefined;
  /** Writes down what this browser must not lose; throws where it cannot. */
  save: (kept: KeptKeys) => void;
  send: <T extends CommandType>(type: T, payload: CommandMap[T]["payload"]) => Promise<void>;
  /** Runs one act; what goes wrong is shown and nothing is lost. */
  run: (act: () => Promise<void>) => Promise<void>;
};

/** A scrutineer's keys in this browser, and how an act with them goes. */
export function useKeeper({ assembly, self }: CeremonyView): Keeper {
  const { revalidate } = useRevalidator();
  const place = useMemo(() => ({ assemblyId: assembly.id, personId: self }), [assembly.id, self]);
  const [ready, setReady] = useState(false);
  const [kept, setKept] = useState<KeptKeys>();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const [refusal, setRefusal] = useState<Refusal>();

  useEffect(() => {
    setKept(readKept(place));
    setReady(true);
  }, [place]);

  const save = useCallback(
    (keys: KeptKeys) => {
      if (!keep(place, keys)) throw new KeeperTrouble("storage");
      setKept(keys);
    },
    [place],
  );

  const send: Keeper["send"] = useCallback(
    async (type, payload) => {
      const answer = await postAct(assembly.slug, type, payload).catch(() => {
        throw new KeeperTrouble("network");
      });
      if (!answer.ok) setRefusal(answer.error);
      revalidate();
    },
    [assembly.slug, revalidate],
  );

  const run = useCallback(async (act: () => Promise<void>) => {
    setBusy(true);
    setTrouble(undefined);
    setRefusal(undefined);
    try {
      await act();
    } catch (error) {
      setTrouble(error instanceof KeeperTrouble ? error.trouble : "failed");
    } finally {
      setBusy(false);
    }
  }, []);

  return { ready, kept, busy, trouble, refusal, save, send, run };
}
