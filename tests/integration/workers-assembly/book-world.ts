import { randomUUID } from "node:crypto";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { createLedgerFeature } from "#server/features/ledger/index.ts";
import { findEdition } from "#server/features/workers-assembly/edition.ts";
import { closeRoll } from "#server/features/workers-assembly/organise/close-roll.ts";
import { inTransaction } from "#server/platform/database.ts";
import { acting } from "../../support/acting.ts";
import { must } from "../surveys/campaign.ts";
import { createLineWorld } from "./line-world.ts";

export type BookWorld = Awaited<ReturnType<typeof createBookWorld>>;

/** Options of the two votes: adopted, adopted and graded better, not adopted. */
const COUNTED = [
  { option: "p01", for: 30, against: 10, abstain: 2, eligible: true },
  { option: "p02", for: 25, against: 15, abstain: 2, eligible: true },
  { option: "p03", for: 20, against: 20, abstain: 2, eligible: false },
];
const GRADES = [
  { option: "p01", grades: [2, 4, 20, 10, 4, 2], median: 2 },
  { option: "p02", grades: [0, 2, 4, 10, 20, 6], median: 4 },
];

/**
 * An assembly that debated, adopted and graded: of four proposals the first three were debated, the
 * second was graded best, the third was not adopted. `ana` made the first and `bo` supports it; the
 * fourth is ana's too.
 */
export async function createBookWorld() {
  const world = await createLineWorld(8);
  const { pool, edition, workers, feature } = world;
  const [ana, bo] = workers as [PersonActor, PersonActor];
  const proposals: string[] = [];
  for (const number of [1, 2, 3, 4]) {
    const author = number === 1 || number === 4 ? ana : workers[number]!;
    const sentence = `Revendication ${number}`;
    const id = await world.addProposal({ editionId: edition.id, author, number, sentence });
    proposals.push(id);
    const place = number < 4 ? number : null;
    await pool.query("UPDATE proposal SET supports = 7, chosen_place = $2 WHERE id = $1", [
      id,
      place,
    ]);
  }
  await pool.query("INSERT INTO proposal_person VALUES ($1, $2, 'supporter')", [
    proposals[0],
    bo.personId,
  ]);
  await pool.query(
    "UPDATE workers_assembly SET stage = 'adopting', list_hash = $2, frozen_on = '2026-03-02' WHERE id = $1",
    [edition.id, "0".repeat(64)],
  );
  const row = (await findEdition(pool, edition.slug))!;
  await inTransaction(pool, (client) => closeRoll(client, row, world.at.now));
  const assemblyId = (await findEdition(pool, edition.slug))!.assemblyId!;
  for (const [at, proposalId] of proposals.slice(0, 3).entries()) {
    await debated(proposalId, at === 0 ? 2 : 1);
  }
  const adoption = await counted("per-candidate", { detail: { candidates: COUNTED } });
  const grading = await counted("majority-judgment", {
    order: [["p02"], ["p01"]],
    detail: { profiles: GRADES },
  });
  await pool.query("UPDATE workers_assembly SET adoption_id = $2, grading_id = $3 WHERE id = $1", [
    edition.id,
    adoption,
    grading,
  ]);

  /** A debate that is over, and left so many texts; the first one with a note of dissent. */
  async function debated(proposalId: string, texts: number): Promise<void> {
    const id = randomUUID();
    await pool.query(
      `INSERT INTO debate (id, workers_assembly_id, proposal_id, starts_at, step)
       VALUES ($1, $2, $3, '2026-06-10T09:00Z', 'done')`,
      [id, edition.id, proposalId],
    );
    for (let version = 1; version <= texts; version += 1) {
      await pool.query(
        `INSERT INTO debate_version (debate_id, version, language, sentence, paragraph)
         SELECT $1, $2, p.language, p.sentence || CASE WHEN $2 > 1 THEN ', amendée' ELSE '' END,
           p.paragraph FROM proposal p WHERE p.id = $3`,
        [id, version, proposalId],
      );
    }
    if (texts === 1) return;
    await pool.query(
      `INSERT INTO debate_objection
         (debate_id, number, of_version, ground, language, because, state, note)
       VALUES ($1, 1, 2, 'harms-aim', 'fr', 'x', 'dissent', 'Les petits contrats y perdent.')`,
      [id],
    );
  }

  async function counted(method: string, report: object): Promise<string> {
    const id = randomUUID();
    await pool.query(
      `INSERT INTO decision (id, assembly_id, phase, texts, legal_basis, method, rule, ballot_kind,
         profile_version, counted_at, published_at)
       VALUES ($1, $2, 'published', '{}', '', $3, '{}', 'named', 'test', now(), now())`,
      [id, assemblyId, method],
    );
    await pool.query(
      "INSERT INTO tally (decision_id, report, ballots_hash, counted_at) VALUES ($1, $2, '', now())",
      [id, report],
    );
    return id;
  }

  const ledger = createLedgerFeature(world.platform);
  const onLedger = acting(ledger);
  const { slug } = edition;
  const book = async (reader = ana, asked: Record<string, string> = {}) =>
    must(await feature.book.page(reader, slug, asked));

  /** Writes what stands around the demands and publishes. */
  async function publish(recruited = "Par affiches.", changed = ""): Promise<void> {
    const { revision } = must(await feature.book.edit(world.first, slug));
    await world.done(world.first, "workers-book.write", {
      slug,
      revision,
      present: 42,
      "recruited.fr": recruited,
    });
    await world.done(world.first, "workers-book.publish", { slug, "changed.fr": changed });
  }

  /** The kinds of what somebody was told, in order. */
  async function toldTo({ personId }: PersonActor): Promise<string[]> {
    const { rows } = await pool.query<{ kind: string }>(
      "SELECT kind FROM notice WHERE person_id = $1 ORDER BY id",
      [personId],
    );
    return rows.map(({ kind }) => kind);
  }

  return {
    ...world,
    ana,
    bo,
    slug,
    proposals,
    assemblyId,
    ledger,
    onLedger,
    book,
    publish,
    toldTo,
  };
}
