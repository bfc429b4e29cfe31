import type { Actor } from "#domain/kernel/actor.ts";
import { isApart } from "#domain/kernel/apart.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";

/**
 * Whether somebody who may see a count may also have its ballots one by one, without names. Of an
 * assembly of workers only its workers: how a ballot over 35 proposals is filled in may be recognised,
 * and whoever observes for the management is not to (rules 3.5, 5.7).
 */
export function mayHaveBallots(actor: Actor, assemblyId: string): boolean {
  return !isApart(assemblyId) || can(actor, "decision.cast", assemblySubject(assemblyId));
}
