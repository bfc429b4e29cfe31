import { useCallback, useEffect, useRef, useState } from "react";
import type { BundleProblem } from "#domain/decisions/secret/read-bundle.ts";
import type { Recount, RecountProgress } from "#domain/decisions/secret/recount.ts";

/** What the worker tells. `unreadable`: the browser could not open the file. */
export type RecountNews =
  | { kind: "progress"; progress: RecountProgress }
  | { kind: "done"; recount: Recount }
  | { kind: "refused"; problem: BundleProblem | { code: "unreadable" } };

export type RecountState =
  | { kind: "idle" }
  | { kind: "fetch-failed" }
  | { kind: "reading" }
  | RecountNews;

/** Counts bundles again in a worker, one at a time. */
export function useRecount() {
  const [state, setState] = useState<RecountState>({ kind: "idle" });
  const worker = useRef<Worker>();
  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = undefined;
  }, []);
  useEffect(() => stop, [stop]);

  const start = useCallback(
    (file: Blob) => {
      stop();
      const started = new Worker(new URL("./recount-worker.ts", import.meta.url), {
        type: "module",
      });
      worker.current = started;
      started.onmessage = ({ data }: MessageEvent<RecountNews>) => {
        setState(data);
        if (data.kind !== "progress") stop();
      };
      started.onerror = () => setState({ kind: "refused", problem: { code: "unreadable" } });
      setState({ kind: "reading" });
      started.postMessage(file);
    },
    [stop],
  );

  /** Downloads a bundle of this site, then counts it. */
  const startFrom = useCallback(
    async (address: string) => {
      setState({ kind: "reading" });
      try {
        const response = await fetch(address);
        if (!response.ok) throw new Error(`answered ${response.status}`);
        start(await response.blob());
      } catch {
        setState({ kind: "fetch-failed" });
      }
    },
    [start],
  );

  const again = useCallback(() => {
    stop();
    setState({ kind: "idle" });
  }, [stop]);

  return { state, start, startFrom, again };
}
