import type { Result } from "../kernel/result.ts";
import { ok, refuse } from "../kernel/result.ts";

/** How an item stands to another one; `unrelated`: they are alike in words alone. */
export const LINK_KINDS = [
  "depends-on",
  "duplicates",
  "contradicts",
  "refines",
  "unrelated",
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export type Link = { from: string; to: string; kind: LinkKind };

/** Those that say the same from both ends. */
const BOTH_WAYS: readonly LinkKind[] = ["duplicates", "contradicts", "unrelated"];

/** Whether the link reads alike from its other end. */
export function readsBothWays(kind: LinkKind): boolean {
  return BOTH_WAYS.includes(kind);
}

/**
 * Whether a link can be made beside those there are: never to itself, one judgement for two items,
 * and nothing may in the end depend on itself or refine itself.
 */
export function mayLink(link: Link, others: readonly Link[]): Result<null> {
  if (link.from === link.to) return refuse("ledger-link-impossible");
  const judged = others.some(
    ({ from, to }) =>
      (from === link.from && to === link.to) || (from === link.to && to === link.from),
  );
  if (judged) return refuse("ledger-link-impossible");
  if (readsBothWays(link.kind)) return ok(null);
  const same = others.filter(({ kind }) => kind === link.kind);
  return leadsTo(link.to, link.from, same) ? refuse("ledger-link-impossible") : ok(null);
}

function leadsTo(start: string, goal: string, links: readonly Link[]): boolean {
  const seen = new Set<string>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === goal) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    for (const { from, to } of links) if (from === at) open.push(to);
  }
  return false;
}
