import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { isBefore, proposalCode } from "#domain/workers-assembly/stage.ts";
import type { WorkersDayCommands } from "#wire/workers-day.ts";
import { employerSide } from "../../../platform/employer-side.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type Client, type Edition, noteOn, onEdition } from "../edition.ts";
import { ensureAssembly } from "../organise/ensure-assembly.ts";
import { addItem, changeTextItem } from "./agenda.ts";
import { debated, findDebate } from "./access.ts";

type Input<K extends keyof WorkersDayCommands> = WorkersDayCommands[K];

const MINUTE_MS = 60_000;
/** To change rooms. */
const BREAK_MINUTES = 10;
/** What a text is read out and asked about before everybody. */
const PLENARY_MINUTES = 10;

type Chosen = { id: string; number: number; place: number; titles: object };

/**
 * Makes a debate of each proposal that was chosen and has none yet: in so many rooms at once, in the
 * order in which they were chosen, each with the text of the frozen list.
 */
export function setUpDay(
  platform: Platform,
  actor: Actor,
  { slug, startsAt, rooms, minutes }: Input<"debate.set-up">,
): Promise<Result<null>> {
  return onEdition(platform, actor, slug, async (client, edition, by) => {
    if (edition.stage !== "ranked" && edition.stage !== "debating") return refuse("wrong-phase");
    const chosen = await chosenOf(client, edition.id);
    if (chosen.length === 0) return refuse("debate-none-chosen");
    const assemblyId = await ensureAssembly(client, edition);
    for (const [at, { id, number, titles }] of chosen.entries()) {
      const after = Math.floor(at / rooms) * (minutes + BREAK_MINUTES) * MINUTE_MS;
      const debateId = platform.random.uuid();
      await client.query(
        `INSERT INTO debate (id, workers_assembly_id, proposal_id, starts_at, minutes,
           plenary_minutes) VALUES ($1, $2, $3, $4, $5, $6)`,
        [debateId, edition.id, id, new Date(startsAt.getTime() + after), minutes, PLENARY_MINUTES],
      );
      await copyText(client, debateId, id);
      await addItem(client, platform.random.uuid(), {
        assemblyId,
        purpose: "debate",
        title: titles,
        summary: {},
        code: proposalCode(number),
        minutes: PLENARY_MINUTES,
      });
    }
    await noteOn(client, {
      actorId: by.personId,
      action: "debate.set-up",
      editionId: edition.id,
      at: platform.clock.now(),
    });
    return ok(null);
  });
}

async function chosenOf(client: Client, editionId: string): Promise<Chosen[]> {
  const { rows } = await client.query<Chosen>(
    `SELECT p.id, p.number, p.chosen_place AS place,
       jsonb_build_object(p.language, p.sentence) || coalesce((
         SELECT jsonb_object_agg(t.language, t.sentence) FROM proposal_text t
         WHERE t.proposal_id = p.id AND t.reviewed_by IS NOT NULL
           AND t.of_revision = p.revision), '{}') AS titles
     FROM proposal p
     WHERE p.workers_assembly_id = $1 AND p.chosen_place IS NOT NULL
       AND NOT EXISTS (SELECT FROM debate d WHERE d.proposal_id = p.id)
     ORDER BY p.chosen_place`,
    [editionId],
  );
  return rows;
}

/** The first version, and what had been reviewed of it in other languages. */
async function copyText(client: Client, debateId: string, proposalId: string): Promise<void> {
  await client.query(
    `INSERT INTO debate_version (debate_id, version, language, sentence, paragraph)
     SELECT $1, 1, language, sentence, paragraph FROM proposal WHERE id = $2`,
    [debateId, proposalId],
  );
  await client.query(
    `INSERT INTO debate_text (debate_id, language, of_version, sentence, paragraph, written_by,
       reviewed)
     SELECT $1, t.language, 1, t.sentence, t.paragraph, t.written_by, t.reviewed_by IS NOT NULL
     FROM proposal_text t JOIN proposal p ON p.id = t.proposal_id
     WHERE p.id = $2 AND t.of_revision = p.revision AND t.language <> p.language`,
    [debateId, proposalId],
  );
}

/** Where and when a debate is held, and which worker facilitates it. */
export async function planDebate(
  platform: Platform,
  actor: Actor,
  { debateId, facilitator, ...plan }: Input<"debate.plan">,
): Promise<Result<null>> {
  const slug = await editionOf(platform, debateId);
  if (!slug) return refuse("not-found");
  const done = await onEdition<null>(platform, actor, slug, async (client, edition) => {
    if (!isBefore(edition.stage, "adopting")) return refuse("debate-over");
    const debate = await findDebate(client, debateId);
    if (!debate) return refuse("not-found");
    const person = await facilitatorOf(platform, client, { edition, facilitator });
    if (!person.ok) return person;
    const { rows } = await client.query<{ number: number }>(
      `UPDATE debate SET room = $2, starts_at = $3, minutes = $4, plenary_minutes = $5,
         facilitator_named = facilitator_named AND facilitator_id IS NOT DISTINCT FROM $6,
         facilitator_id = $6, revision = debate.revision + 1
       FROM proposal p WHERE debate.id = $1 AND p.id = debate.proposal_id RETURNING p.number`,
      [debateId, plan.room, plan.startsAt, plan.minutes, plan.plenaryMinutes, person.value],
    );
    const events = debated(debateId);
    const { assemblyId } = edition;
    if (assemblyId) {
      const code = proposalCode(rows[0]!.number);
      await changeTextItem(client, { assemblyId, code, minutes: plan.plenaryMinutes });
      events.push({ topic: "room", room: `live-session/${assemblyId}` });
    }
    await platform.outbox.write(client, events);
    return ok(null);
  });
  if (done.ok) platform.outbox.kick();
  return done;
}

async function editionOf({ pool }: Platform, debateId: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ slug: string }>(
    `SELECT w.slug FROM debate d JOIN workers_assembly w ON w.id = d.workers_assembly_id
     WHERE d.id = $1::uuid`,
    [debateId],
  );
  return rows[0]?.slug;
}

/** A worker on the roll, by their number in the register; nobody where the field is left empty. */
async function facilitatorOf(
  { clock }: Platform,
  client: Client,
  { edition, facilitator }: { edition: Edition; facilitator: string },
): Promise<Result<string | null>> {
  if (facilitator === "") return ok(null);
  const { rows } = await client.query<{ id: string; side: boolean }>(
    `SELECT p.id, ${employerSide("p.id", "$3::date")} OR EXISTS (SELECT FROM campaign_person c
         WHERE c.campaign_id = $4 AND c.person_id = p.id AND c.part = 'observer') AS side
     FROM person p JOIN roll_entry r ON r.person_id = p.id AND r.assembly_id = $2
     WHERE p.register_no = $1`,
    [facilitator, edition.assemblyId ?? null, dayInBrussels(clock.now()), edition.campaignId],
  );
  const [found] = rows;
  if (!found) return refuse("debate-facilitator-unknown");
  return found.side ? refuse("campaign-employer-side") : ok(found.id);
}
