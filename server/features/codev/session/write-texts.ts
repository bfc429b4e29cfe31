import type { Part } from "#domain/codev/confidential.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { GroupTexts, TextPlace } from "../group-key.ts";
import type { SessionRow } from "./access.ts";
import { changeSession, type Changing, momentOf } from "./change.ts";

const PEERS: readonly Part[] = ["client", "consultant"];

/** Who may write which notes; each their own, and nobody else reads them. */
const WRITERS: Record<"notepad" | "plan" | "pair-notes", readonly Part[]> = {
  notepad: PEERS,
  // Whoever is client in the other consultation as well: asked of the session.
  plan: PEERS,
  "pair-notes": ["facilitator"],
};

/** The contract stands on every screen until the end; facilitators type it where need be. */
export function writeContract(
  platform: Platform,
  texts: GroupTexts,
  actor: Actor,
  { sessionId, text, at }: { sessionId: string; text: string; at?: number | undefined },
): Promise<Result<null>> {
  const parts = ["client", "facilitator"] as const;
  return changeSession(platform, actor, { sessionId, parts, told: "group" }, async (changing) => {
    if (changing.session.state !== "open") return refuse("wrong-phase");
    const owner = contractOwner(changing.session);
    const place = { kind: "contract", ...(owner ? { personId: owner } : {}) } as const;
    return write(texts, changing, place, text, momentOf(platform, at));
  });
}

/** Under whose name a contract lies: the first is the session's, a second one its client's. */
export function contractOwner({ turn, clientId }: SessionRow): string | undefined {
  return turn === 2 ? clientId : undefined;
}

type NoteInput = {
  sessionId: string;
  about: keyof typeof WRITERS;
  text: string;
  at?: number | undefined;
};

/** Own notes can be written as long as the group has its key: the day before and after as well. */
export function writeNote(
  platform: Platform,
  texts: GroupTexts,
  actor: Actor,
  { sessionId, about, text, at }: NoteInput,
): Promise<Result<null>> {
  const parts = WRITERS[about];
  return changeSession(platform, actor, { sessionId, parts }, async (changing) => {
    const { personId } = changing.actor;
    if (about === "plan" && !changing.session.clientIds.includes(personId)) {
      return refuse("not-allowed");
    }
    return write(texts, changing, { kind: about, personId }, text, momentOf(platform, at));
  });
}

/** A line for later. Two who add at the same time both find theirs. */
export function park(
  platform: Platform,
  texts: GroupTexts,
  actor: Actor,
  { sessionId, line }: { sessionId: string; line: string },
): Promise<Result<null>> {
  return changeParking(platform, texts, actor, sessionId, (lines) => [
    ...lines.filter((other) => other !== line),
    line,
  ]);
}

export function unpark(
  platform: Platform,
  texts: GroupTexts,
  actor: Actor,
  { sessionId, line }: { sessionId: string; line: string },
): Promise<Result<null>> {
  return changeParking(platform, texts, actor, sessionId, (lines) =>
    lines.filter((other) => other !== line),
  );
}

function changeParking(
  platform: Platform,
  texts: GroupTexts,
  actor: Actor,
  sessionId: string,
  change: (lines: string[]) => string[],
): Promise<Result<null>> {
  const parts = ["facilitator"] as const;
  return changeSession(platform, actor, { sessionId, parts, told: "group" }, async (changing) => {
    const { client, session } = changing;
    if (session.state !== "open") return refuse("wrong-phase");
    const place = { cycleId: session.cycleId, sessionId, kind: "parking" } as const;
    const before = parkedLines((await texts.read(client, place))?.text);
    return write(texts, changing, { kind: "parking" }, change(before).join("\n"));
  });
}

/** What waits for later, a line each. */
export function parkedLines(text = ""): string[] {
  return text.split("\n").filter(Boolean);
}

async function write(
  texts: GroupTexts,
  { client, session }: Changing,
  place: Pick<TextPlace, "kind" | "personId">,
  text: string,
  at?: Date,
): Promise<Result<null>> {
  const { cycleId, id: sessionId } = session;
  const kept = await texts.write(client, { cycleId, sessionId, ...place }, text, at);
  return kept ? ok(null) : refuse("group-key-gone");
}
