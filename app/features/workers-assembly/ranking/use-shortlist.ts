import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { readPicks } from "#domain/workers-assembly/shortlist.ts";

/** What is kept under this name never leaves the device. */
const keyOf = (slug: string) => `palabre.shortlist.${slug}`;

const EMPTY: readonly string[] = [];
const listeners = new Set<() => void>();
/** What was last read, so that the same text gives the same list. */
const known = new Map<string, { text: string; picks: readonly string[] }>();

export type Shortlist = {
  /** Undefined until the page can act. */
  picks: readonly string[] | undefined;
  toggle: (option: string, kept: boolean) => void;
  forget: () => void;
  /** How many were taken over from another device when the page was opened by its link. */
  came: number;
};

/** The proposals that this device keeps of one list. */
export function useShortlist(slug: string): Shortlist {
  const [ready, setReady] = useState(false);
  const [came, setCame] = useState(0);
  useEffect(() => {
    setCame(takeOver(slug));
    setReady(true);
  }, [slug]);
  const picks = useSyncExternalStore(
    listen,
    useCallback(() => read(slug), [slug]),
    () => EMPTY,
  );
  const toggle = useCallback(
    (option: string, kept: boolean) => {
      const others = read(slug).filter((one) => one !== option);
      write(slug, kept ? [...others, option] : others);
    },
    [slug],
  );
  const forget = useCallback(() => write(slug, []), [slug]);
  return { picks: ready ? picks : undefined, toggle, forget, came };
}

/** Takes in what the address carries, and leaves none of it in the address or the history. */
function takeOver(slug: string): number {
  const carried = readPicks(window.location.hash);
  if (!carried) return 0;
  const { pathname, search } = window.location;
  window.history.replaceState(window.history.state, "", pathname + search);
  write(slug, [...new Set([...read(slug), ...carried])]);
  return carried.length;
}

function read(slug: string): readonly string[] {
  const text = stored(slug);
  const before = known.get(slug);
  if (before?.text === text) return before.picks;
  const picks = readPicks(`#picks=${text}`) ?? EMPTY;
  known.set(slug, { text, picks });
  return picks;
}

function stored(slug: string): string {
  try {
    return window.localStorage.getItem(keyOf(slug)) ?? "";
  } catch {
    // Storage that is switched off keeps nothing: the page still works without a shortlist.
    return "";
  }
}

function write(slug: string, picks: readonly string[]): void {
  try {
    if (picks.length === 0) window.localStorage.removeItem(keyOf(slug));
    else window.localStorage.setItem(keyOf(slug), [...picks].sort().join("."));
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}
