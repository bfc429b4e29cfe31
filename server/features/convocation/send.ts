import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import { nextAssemblyPhase } from "#domain/live-session/agenda.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { writeAudit } from "../../auth/audit.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeSession } from "../live-session/change-session.ts";
import { noteStatutory } from "../notifications/solicitations.ts";
import { freezeAddressees, leavesInTime, markPosted } from "./addressees.ts";
import { convocationFacts, daysOf } from "./facts.ts";
import { convocationTexts, hashOf, sealOf } from "./words.ts";

type Words = { assemblyId: string; words: Translated; revision: number };

/** What the board adds to the facts. Once the convocation left, nothing in it changes. */
export async function writeConvocation(
  platform: Platform,
  actor: Actor,
  { assemblyId, words, revision }: Words,
): Promise<Result<null>> {
  const change = { action: "assembly.convene", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, { phase }) => {
    if (phase === "live" || phase === "closed") return refuse("wrong-phase");
    const said = Object.fromEntries(Object.entries(words).filter(([, text]) => text));
    const { rowCount } = await client.query(
      `INSERT INTO convocation (assembly_id, words, revision) VALUES ($1, $2, 1)
       ON CONFLICT (assembly_id) DO UPDATE SET words = $2, revision = convocation.revision + 1
       WHERE convocation.revision = $3 AND convocation.sent_at IS NULL`,
      [assemblyId, said, revision],
    );
    return rowCount === 1 ? ok({ value: null }) : refuse("changed-meanwhile");
  });
}

/**
 * Convenes the assembly: freezes the text and everybody to whom it goes. From here the agenda does
 * not change; mails are written by the job process, letters printed from the same list.
 */
export async function sendConvocation(
  platform: Platform,
  actor: Actor,
  { assemblyId, seal }: { assemblyId: string; seal: string },
): Promise<Result<null>> {
  const change = { action: "assembly.convene", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, { phase }, by) => {
    const { personId } = by;
    const convenes = nextAssemblyPhase(phase, "convene") === "convened";
    if (!convenes && phase !== "convened") return refuse("wrong-phase");
    const facts = await convocationFacts(client, "id", assemblyId);
    if (!facts || facts.sent) return refuse("changed-meanwhile");
    if (facts.items.length === 0) return refuse("convocation-empty");
    const now = platform.clock.now();
    if (!leavesInTime(daysOf(facts).last, now)) return refuse("convocation-too-late");
    const texts = convocationTexts(facts, platform.env.publicUrl);
    if (sealOf(texts) !== seal) return refuse("changed-meanwhile");
    const hashes = Object.fromEntries(LANGUAGES.map((one) => [one, hashOf(texts[one])]));
    await client.query(
      `INSERT INTO convocation (assembly_id, texts, hashes, sent_at, sent_by)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (assembly_id) DO UPDATE SET texts = $2, hashes = $3, sent_at = $4, sent_by = $5`,
      [assemblyId, texts, hashes, now, personId],
    );
    await client.query(
      `UPDATE decision SET convened = true
       WHERE assembly_id = $1 AND item_id IS NOT NULL AND NOT rehearsal AND repeats_id IS NULL`,
      [assemblyId],
    );
    await freezeAddressees(client, { assemblyId, day: facts.day, now });
    await putOnCalendar(platform, client, by, { assemblyId, slug: facts.slug, title: facts.title });
    if (convenes) {
      await client.query("UPDATE assembly SET phase = 'convened' WHERE id = $1", [assemblyId]);
    }
    const subject = `assembly:${assemblyId}`;
    const action = "convocation.sent";
    await writeAudit(platform, client, { actorId: personId, action, subject, reason: "" });
    return ok({ value: null });
  });
}

/** A convocation asks something of every member; it is marked as what law asks for. */
async function putOnCalendar(
  platform: Platform,
  client: PoolClient,
  by: Actor,
  { assemblyId, slug, title }: { assemblyId: string; slug: string; title: Translated },
): Promise<void> {
  const { rows } = await client.query<{ asked: number }>(
    "SELECT count(*)::int AS asked FROM convocation_addressee WHERE assembly_id = $1",
    [assemblyId],
  );
  const convocation = {
    key: `assembly:${assemblyId}/convocation`,
    kind: "notice",
    body: `assembly:${assemblyId}`,
    titles: title,
    link: `/assembly/${slug}`,
  } as const;
  await noteStatutory(platform, client, by, convocation, rows[0]?.asked ?? 0);
}

/** Somebody handed the letters that were on the page to the post. */
export async function postLetters(
  platform: Platform,
  actor: Actor,
  { assemblyId, until }: { assemblyId: string; until: number },
): Promise<Result<null>> {
  const change = { action: "assembly.convene", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, { phase }, { personId }) => {
    if (phase !== "convened") return refuse("wrong-phase");
    const now = platform.clock.now();
    const posted = await markPosted(client, { assemblyId, until: new Date(until), now, personId });
    if (posted === 0) return refuse("changed-meanwhile");
    const subject = `assembly:${assemblyId}`;
    const action = "convocation.posted";
    await writeAudit(platform, client, { actorId: personId, action, subject, reason: "" });
    return ok({ value: null });
  });
}
