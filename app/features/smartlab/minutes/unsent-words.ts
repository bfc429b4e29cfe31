const PREFIX = "palabre:minutes";

/** What one typed and the server does not have yet, in base64, with the text as it stood. */
export type Unsent = { update: string; text: string };

/**
 * Words that wait on this device, through reloads and closed lids: one entry a tab, since two tabs
 * write at once. They go when the server has them.
 */
export function unsentWords(minutesId: string, personId: string, tab: string) {
  const family = `${PREFIX}:${minutesId}:${personId}:`;
  const own = `${family}${tab}`;
  return {
    keep: (unsent: Unsent | undefined) => {
      try {
        if (unsent) localStorage.setItem(own, JSON.stringify(unsent));
        else localStorage.removeItem(own);
      } catch {
        // Storage may be forbidden or full: the words then live as long as the page.
      }
    },
    /** What earlier tabs left; from now on it is this tab's. */
    adopt: (): Unsent[] =>
      keysOf(family)
        .filter((key) => key !== own)
        .flatMap((key) => {
          const found = read(key);
          localStorage.removeItem(key);
          return found ? [found] : [];
        }),
  };
}

/** The latest text that waits here for minutes that are written no more; `drop` forgets it. */
export function strandedWords(minutesId: string, personId: string) {
  const keys = keysOf(`${PREFIX}:${minutesId}:${personId}:`);
  const texts = keys.flatMap((key) => read(key)?.text ?? []);
  return { texts, drop: () => keys.forEach((key) => localStorage.removeItem(key)) };
}

function keysOf(family: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(family));
  } catch {
    return [];
  }
}

function read(key: string): Unsent | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Unsent;
  } catch {
    return undefined;
  }
}
