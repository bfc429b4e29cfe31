import type { Role } from "../kernel/actor.ts";
import type { Action } from "../kernel/can.ts";
import type { Addressee } from "./life.ts";

/** Who answers for each addressee: the roles of can.ts for the action beside. */
export const ANSWERERS: Record<Addressee, readonly Role[]> = {
  board: ["director"],
  assembly: ["organiser"],
  advocacy: ["support_staff", "organiser"],
};

/** Where those roles are held. */
export function answerersBody(addressee: Addressee): "board" | "cooperative" {
  return addressee === "board" ? "board" : "cooperative";
}

/** The right to answer for an addressee. */
export const ANSWER_ACTIONS = {
  board: "ledger.answer-board",
  assembly: "ledger.answer-assembly",
  advocacy: "ledger.answer-advocacy",
} as const satisfies Record<Addressee, Action>;
