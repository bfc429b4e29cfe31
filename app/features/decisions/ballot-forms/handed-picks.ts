import { readPicks, writePicks } from "#domain/workers-assembly/shortlist.ts";

/**
 * Options that another page of this tab hands to a ballot, so that they are ticked when it opens. In
 * the tab's own storage: no address, no history and no server has them.
 */
const keyOf = (decisionId: string) => `palabre.picks.${decisionId}`;

export function handPicks(decisionId: string, picks: readonly string[]): void {
  try {
    window.sessionStorage.setItem(keyOf(decisionId), writePicks(picks));
  } catch {
    // Where storage is switched off the ballot opens empty.
  }
}

/** What was handed over, of these options; none where nothing was. */
export function handedPicks(decisionId: string, options: readonly string[]): string[] {
  try {
    const kept = window.sessionStorage.getItem(keyOf(decisionId));
    return (readPicks(kept ?? "") ?? []).filter((option) => options.includes(option));
  } catch {
    return [];
  }
}

/** Once the ballot is cast nothing of it stays here. */
export function forgetPicks(decisionId: string): void {
  try {
    window.sessionStorage.removeItem(keyOf(decisionId));
  } catch {
    // Nothing was kept either.
  }
}
