import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { slugTyped } from "#domain/smartlab/lab.ts";
import { isOver } from "#domain/smartlab/life.ts";
import type { HandOffRequest } from "#wire/smartlab-pages.ts";
import type { SmartlabCommands } from "#wire/smartlab.ts";
import type { Platform } from "../../platform/platform.ts";
import { enterItem } from "../ledger/enter.ts";
import { type Client, type LabAct, noteMove, onLab } from "./repository.ts";
import { leadsOf, personsOf, tellOfLab } from "./tell.ts";

type HandedOn = Pick<
  SmartlabCommands["smartlab.hand-off"],
  "handOff" | "handOffNote" | "handOffLab"
>;

/**
 * Hands on what a lab made, in the transaction of the act: another lab is asked, and answers; what
 * goes to the board, to advocacy or to the assembly is entered in the ledger, where it is answered.
 */
export async function handOn(
  platform: Platform,
  act: LabAct,
  { handOff, handOffNote, handOffLab }: HandedOn,
): Promise<Result<null>> {
  const { lab, client } = act;
  const next =
    handOff === "lab" ? await openLabAt(client, slugTyped(handOffLab), lab.id) : undefined;
  if (handOff === "lab" && !next) return refuse("lab-not-open");
  const entered =
    handOff === "none" || handOff === "lab"
      ? undefined
      : await enter(platform, act, { addressee: handOff, note: handOffNote });
  await client.query(
    `UPDATE lab SET hand_off = $2, hand_off_note = $3, hand_off_lab = $4, hand_off_state = $5,
       hand_off_reason = '', hand_off_answered_at = NULL, ledger_item = coalesce($6, ledger_item)
     WHERE id = $1`,
    [lab.id, handOff, handOffNote, next?.id ?? null, next ? "asked" : "", entered ?? null],
  );
  if (handOff !== "none") await note(platform, act, lab, "handed-on");
  if (next) {
    const told = {
      kind: "lab-asked-to-go-on",
      urgency: "soon",
      about: lab.id,
      details: { from: lab.title },
      at: "#requests",
      by: act.actor.personId,
    } as const;
    await tellOfLab(platform, client, next, told, await leadsOf(client, next.id));
  }
  return ok(null);
}

/** Hands on once more: nobody was asked yet, or the lab that was asked does not go on with it. */
export function handOnAgain(
  platform: Platform,
  actor: Actor,
  { labId, ...handedOn }: SmartlabCommands["smartlab.hand-off"],
): Promise<Result<null>> {
  return onLab(platform, actor, { labId, asks: "lead-or-support" }, async (act) => {
    if (act.lab.state !== "closed") return refuse("wrong-phase");
    const { rowCount } = await act.client.query(
      `SELECT FROM lab l LEFT JOIN lab o ON o.id = l.hand_off_lab
       WHERE l.id = $1 AND (l.hand_off = 'none' OR l.hand_off_state = 'declined'
         OR (l.hand_off_state = 'asked' AND o.state IN ('closed', 'dropped')))`,
      [labId],
    );
    return rowCount ? handOn(platform, act, handedOn) : refuse("lab-handed-on");
  });
}

/** Takes up what another lab made, or says why not; its people hear of it. */
export function answerHandOff(
  platform: Platform,
  actor: Actor,
  { labId, fromLabId, accept, reason }: SmartlabCommands["smartlab.answer-hand-off"],
): Promise<Result<null>> {
  return onLab(platform, actor, { labId, asks: "lead" }, async (act) => {
    const { lab, client } = act;
    if (!accept && reason === "") return refuse("reason-required");
    if (accept && isOver(lab.state)) return refuse("lab-over");
    const { rows } = await client.query<{ id: string; slug: string; title: string }>(
      `UPDATE lab SET hand_off_state = $3, hand_off_reason = $4, hand_off_answered_at = $5
       WHERE id = $2 AND hand_off_lab = $1 AND hand_off_state = 'asked'
       RETURNING id, slug, title`,
      [labId, fromLabId, accept ? "accepted" : "declined", reason, platform.clock.now()],
    );
    const [from] = rows;
    if (!from) return refuse("not-found");
    await note(platform, act, from, accept ? "taken-up" : "not-taken-up", reason);
    const told = {
      kind: accept ? "lab-taken-up" : "lab-not-taken-up",
      urgency: accept ? "digest" : "soon",
      about: lab.id,
      details: { by: lab.title, reason },
      by: act.actor.personId,
    } as const;
    await tellOfLab(platform, client, from, told, await personsOf(client, from.id, ["joined"]));
    return ok(null);
  });
}

/** What labs that are over ask of this one, the oldest first. */
export async function requestsTo(client: Client, labId: string): Promise<HandOffRequest[]> {
  const { rows } = await client.query<HandOffRequest>(
    `SELECT json_build_object('id', id, 'slug', slug, 'title', title, 'language', language) AS lab,
       outcome, hand_off_note AS note
     FROM lab WHERE hand_off_lab = $1 AND hand_off_state = 'asked' ORDER BY closed_at LIMIT 20`,
    [labId],
  );
  return rows;
}

type Found = { id: string; slug: string; title: string };

async function openLabAt(client: Client, slug: string, notId: string): Promise<Found | undefined> {
  const { rows } = await client.query<Found>(
    `SELECT id, slug, title FROM lab
     WHERE slug = $1 AND id <> $2 AND state NOT IN ('closed', 'dropped')`,
    [slug, notId],
  );
  return rows[0];
}

/** Its people are the authors: told when it moves, named nowhere. */
async function enter(
  platform: Platform,
  { lab, client }: LabAct,
  { addressee, note: why }: { addressee: "board" | "advocacy" | "assembly"; note: string },
): Promise<string> {
  const { rows } = await client.query<{ outcome: string; made: string }>(
    "SELECT outcome, made FROM lab WHERE id = $1",
    [lab.id],
  );
  const { outcome = lab.title, made = "" } = rows[0] ?? {};
  return enterItem(platform, client, {
    kind: "hand-off",
    origin: { feature: "smartlab", id: lab.id },
    addressee,
    language: lab.language,
    title: outcome,
    text: [made, why].filter(Boolean).join("\n\n"),
    authors: await personsOf(client, lab.id, ["joined"]),
  });
}

async function note(
  platform: Platform,
  { client, actor, lab: { state } }: LabAct,
  { id: labId }: { id: string },
  event: "handed-on" | "taken-up" | "not-taken-up",
  reason = "",
): Promise<void> {
  const to = event === "handed-on" ? state : "closed";
  const now = platform.clock.now();
  await noteMove(client, { labId, event, to, actorId: actor.personId, reason, now });
}
