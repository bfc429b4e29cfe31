import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { MethodName } from "#domain/decisions/registry.ts";
import type { CardRow } from "./cards.ts";
import { problemsOf } from "./designer/draft-row.ts";
import { mayHaveBallots } from "./may-have-ballots.ts";

/**
 * Whether a decision stands on the agenda for everybody. A draft does once it lacks nothing, as
 * `draftProblems` says; until then it is unfinished, and for those who write it.
 */
export function isAnnounced(row: CardRow): boolean {
  if (row.phase !== "draft") return true;
  const { labelled, method, rule } = row;
  const draft = {
    ...row,
    method: method as MethodName,
    rule: { ...rule },
    options: labelled ?? [],
  };
  return problemsOf(draft).length === 0;
}

/**
 * A decision as this reader may see it. Who observes an assembly of workers for the management reads
 * what is announced and what is published, and nothing between (rules 5.7): not that a ballot was taken
 * before it opens, nor how many lie in the urn once it is closed.
 */
export function seenBy<T extends Pick<CardRow, "phase" | "urn">>(
  actor: Actor,
  assemblyId: string,
  row: T,
): T | undefined {
  if (row.phase === "published" || mayHaveBallots(actor, assemblyId)) return row;
  return row.phase === "draft" ? { ...row, urn: null } : undefined;
}

/** Who sees unfinished drafts: those who prepare votes, and the chair who will open them. */
export function seesUnfinished(actor: Actor, assemblyId: string): boolean {
  const subject = assemblySubject(assemblyId);
  return can(actor, "decision.prepare", subject) || can(actor, "decision.open", subject);
}
