import { fromBase64url, toBase64url, utf8 } from "#domain/decisions/secret/bytes.ts";
import { changeHeld, heldKey, type HeldBallot } from "./held-ballots.ts";

const PREFIX = "palabre-1-";

/** Ballots as one text to carry to another device. Whoever has it can vote with them. */
export function writeMoveCode(held: HeldBallot[]): string {
  return PREFIX + toBase64url(utf8(JSON.stringify(held)));
}

/** The ballots of a code, or undefined where it was not copied whole. */
export function readMoveCode(text: string): HeldBallot[] | undefined {
  const code = text.replace(/\s/g, "");
  const bytes = code.startsWith(PREFIX) ? fromBase64url(code.slice(PREFIX.length)) : undefined;
  if (!bytes) return undefined;
  try {
    const held: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(held) && held.every(isHeldBallot) ? held : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what a code brought, beside what is held here already. */
export function keepMoved(moved: HeldBallot[]): Promise<void> {
  const brought = Object.fromEntries(
    moved.map((one) => [heldKey(one.electorId, one.decisionId), one]),
  );
  return changeHeld((held) => ({ ...brought, ...held }));
}

/** Forgets ballots that another device holds now. */
export function forgetMoved(moved: HeldBallot[]): Promise<void> {
  const gone = new Set(moved.map((one) => heldKey(one.electorId, one.decisionId)));
  return changeHeld((held) =>
    Object.fromEntries(Object.entries(held).filter(([key]) => !gone.has(key))),
  );
}

function isHeldBallot(value: unknown): value is HeldBallot {
  if (typeof value !== "object" || value === null) return false;
  const { assemblyId, decisionId, electorId, keyId, credential, privateKey } = value as HeldBallot;
  return [assemblyId, decisionId, electorId, keyId, credential, privateKey].every(
    (part) => typeof part === "string",
  );
}
