import type { Result } from "../kernel/result.ts";
import { ok, refuse } from "../kernel/result.ts";

/** The life of an assembly. Each act leads forward and never back. */
export const ASSEMBLY_PHASES = ["prepared", "convened", "live", "closed"] as const;
export type AssemblyPhase = (typeof ASSEMBLY_PHASES)[number];

export type AssemblyAct = "convene" | "open" | "close";

const TRANSITIONS: Record<AssemblyAct, { from: AssemblyPhase; to: AssemblyPhase }> = {
  convene: { from: "prepared", to: "convened" },
  open: { from: "convened", to: "live" },
  close: { from: "live", to: "closed" },
};

/** The phase an act leads to, or undefined where the act has no place. */
export function nextAssemblyPhase(
  phase: AssemblyPhase,
  act: AssemblyAct,
): AssemblyPhase | undefined {
  const transition = TRANSITIONS[act];
  return transition.from === phase ? transition.to : undefined;
}

export type ItemPhase = "upcoming" | "current" | "done";
export type Item = { id: string; position: number; phase: ItemPhase };

/**
 * The phases of items once the chair has gone to one; only items that change. The item that is left
 * is done, or to come again where the chair goes back; items that were skipped stay to come.
 */
export function goToItem(
  items: readonly Item[],
  itemId: string,
): Result<{ id: string; phase: ItemPhase }[]> {
  const target = items.find((item) => item.id === itemId);
  if (!target) return refuse("not-found");
  const changes = items
    .filter((item) => item !== target && item.phase === "current")
    .map(({ id, position }) => ({
      id,
      phase: position < target.position ? ("done" as const) : ("upcoming" as const),
    }));
  return ok(
    target.phase === "current" ? changes : [...changes, { id: itemId, phase: "current" as const }],
  );
}

/** Whether a session may close: no vote open, no statutory question without an outcome (rules §1.7). */
export function closeAssembly(facts: {
  phase: AssemblyPhase;
  openVotes: number;
  statutoryOpen: number;
}): Result<"closed"> {
  if (nextAssemblyPhase(facts.phase, "close") !== "closed") return refuse("wrong-phase");
  if (facts.openVotes > 0) return refuse("vote-still-open", { count: facts.openVotes });
  if (facts.statutoryOpen > 0) {
    return refuse("statutory-questions-open", { count: facts.statutoryOpen });
  }
  return ok("closed");
}
