import type { ClientBase } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { mostSimilar } from "#domain/kernel/similarity.ts";
import { RESERVED_SLUGS, slugOf, USUAL_THRESHOLD } from "#domain/smartlab/lab.ts";
import type { LabCard } from "#wire/smartlab-pages.ts";
import type { SmartlabCommands } from "#wire/smartlab.ts";
import type { Platform } from "../../platform/platform.ts";
import { inTransactionUnlessRefused } from "../../platform/refusable.ts";
import { ledgerOrigin, takeUpInLab } from "../ledger/enter.ts";
import { labCards } from "./cards.ts";
import { type Client, noteMove } from "./repository.ts";

type Proposal = SmartlabCommands["smartlab.propose"];

/** Labs that may be worth joining instead of beginning another. */
const MOST_SIMILAR = 3;
/** The newest so many of a language are compared. */
const COMPARED = 500;

/**
 * Proposes a lab. Where others of its language are alike they are shown first, and it is sent when
 * asked a second time. That the cooperative had the idea is said by those who speak for it alone.
 */
export async function proposeLab(
  platform: Platform,
  actor: Actor,
  proposal: Proposal,
): Promise<Result<{ slug: string } | { similar: LabCard[] }>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  if (!can(actor, "lab.propose", COOPERATIVE)) return refuse("not-allowed");
  const official = can(actor, "lab.support", COOPERATIVE);
  if (proposal.origin === "cooperative" && !official) return refuse("not-allowed");
  if (proposal.threshold !== USUAL_THRESHOLD && !official) return refuse("not-allowed");
  if (!proposal.seenSimilar) {
    const similar = await similarLabs(platform, actor, proposal);
    if (similar.length > 0) return ok({ similar });
  }
  return inTransactionUnlessRefused(platform.pool, async (client) => {
    const { fromItem } = proposal;
    if (fromItem && !(await ledgerOrigin(client, fromItem))) return refuse("not-found");
    const { labId, slug } = await insert(platform, client, actor, proposal);
    if (fromItem) {
      await takeUpInLab(platform, client, { itemId: fromItem, labId, by: actor.personId });
    }
    return ok({ slug });
  });
}

async function similarLabs(
  { pool }: Platform,
  actor: PersonActor,
  { title, makes, whyNow, language }: Proposal,
): Promise<LabCard[]> {
  const { rows } = await pool.query<{ id: string; text: string }>(
    `SELECT id, title || '. ' || makes AS text FROM lab
     WHERE language = $1 AND state <> 'dropped' ORDER BY proposed_at DESC LIMIT ${COMPARED}`,
    [language],
  );
  const labs = rows.map((row) => ({ ...row, language }));
  const limits = { limit: MOST_SIMILAR, language };
  const found = [`${title}. ${makes}`, title, `${title}. ${whyNow}`].flatMap((text) =>
    mostSimilar(text, labs, limits),
  );
  const ids = [...new Set(found.map(({ id }) => id))].slice(0, MOST_SIMILAR);
  const cards = await labCards(pool, actor, { condition: "l.id = ANY($2::uuid[])", values: [ids] });
  return ids.flatMap((id) => cards.filter((card) => card.id === id));
}

async function insert(
  platform: Platform,
  client: ClientBase,
  { personId }: PersonActor,
  proposal: Proposal,
): Promise<{ labId: string; slug: string }> {
  const now = platform.clock.now();
  const labId = platform.random.uuid();
  const slug = await freeSlug(client, proposal.title);
  await client.query(
    `INSERT INTO lab (id, slug, language, title, theme, model, own_model, origin, origin_note,
       why_now, makes, for_whom, effort, city, online, capacity, threshold, from_item, proposed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      labId,
      slug,
      proposal.language,
      proposal.title,
      proposal.theme,
      proposal.model,
      proposal.model === "own" ? proposal.ownModel : "",
      proposal.fromItem ? "recommendation" : proposal.origin,
      proposal.originNote,
      proposal.whyNow,
      proposal.makes,
      proposal.forWhom,
      proposal.effort,
      proposal.city,
      proposal.online,
      proposal.capacity ?? null,
      proposal.threshold,
      proposal.fromItem || null,
      now,
    ],
  );
  await client.query(
    `INSERT INTO lab_person (lab_id, person_id, standing, role, interested_at, joined_at, since)
     VALUES ($1, $2, 'joined', 'initiator', $3, $3, $3)`,
    [labId, personId, now],
  );
  await noteMove(client, {
    labId,
    event: "proposed",
    to: "interest",
    actorId: personId,
    reason: "",
    now,
  });
  return { labId, slug };
}

/** The title's address, or with a number after it. Two of one title at once wait for each other. */
async function freeSlug(client: Client, title: string): Promise<string> {
  const wanted = slugOf(title) || "lab";
  await client.query("SELECT pg_advisory_xact_lock(hashtext('smartlab/' || $1))", [wanted]);
  const { rows } = await client.query<{ slug: string }>(
    "SELECT slug FROM lab WHERE slug = $1 OR slug LIKE $1 || '-%'",
    [wanted],
  );
  const taken = new Set([...RESERVED_SLUGS, ...rows.map(({ slug }) => slug)]);
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}
