import type { Stage } from "./stage.ts";

/** What the roll of a workers' assembly is told, once each. */
export type Telling = "frozen" | "opened" | "extended" | "reminded";

/** Where the choosing stands. Instants in ms. */
export type ToTell = {
  id: string;
  stage: Stage;
  /** The vote on its list, while it is open. */
  vote?: { id: string; openedAt: number; closesAt: number; extendedTo?: number };
};

/** The reminder comes so long before the close; whoever was told later than that needs none. */
const REMINDED_BEFORE_MS = 2 * 86_400_000;

/**
 * What holds now and is worth telling, each with the key under which it is told once. What is not
 * among it any more is over: its notices count no more.
 */
export function tellingsNow({ id, stage, vote }: ToTell, now: number): [Telling, string][] {
  if (!vote) return stage === "frozen" ? [["frozen", `proposals-frozen:${id}`]] : [];
  const tellings: [Telling, string][] = [["opened", openedKey(vote.id)]];
  if (vote.extendedTo !== undefined) {
    tellings.push(["extended", `ranking-extended:${vote.id}:${vote.extendedTo}`]);
  }
  const closesSoon = vote.closesAt > now && vote.closesAt - now <= REMINDED_BEFORE_MS;
  if (closesSoon && now - vote.openedAt >= REMINDED_BEFORE_MS) {
    tellings.push(["reminded", `ranking-reminded:${vote.id}`]);
  }
  return tellings;
}

/** The key under which the opening of a vote was told: the request on everybody's calendar too. */
export const openedKey = (voteId: string) => `ranking-opened:${voteId}`;
