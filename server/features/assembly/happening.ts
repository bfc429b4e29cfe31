import type { Pool } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { Happening } from "#wire/assembly.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { nameOf } from "../../platform/person-name.ts";
import { CARD_COLUMNS, type CardRow, toCard } from "../decisions/cards.ts";
import { inElectorate } from "../decisions/elector-sql.ts";
import { isActiveMandate } from "../mandates/mandate-sql.ts";
import { ASSEMBLY_COLUMNS, type AssemblyRow, maySee, toAssemblyCard } from "./cards.ts";

const RESULTS_SHOWN = 3;

/** What is going on, what waits for this person, what was decided last. */
export async function happeningNow(pool: Pool, now: Date, actor: Actor): Promise<Happening> {
  const personId = actor.kind === "person" ? actor.personId : undefined;
  const [assemblies, openVotes, results] = await Promise.all([
    liveAndNext(pool, actor),
    personId ? openVotesOf(pool, now, actor, personId) : [],
    latestResults(pool),
  ]);
  return { ...assemblies, openVotes, results };
}

type LiveRow = AssemblyRow & { item: { position: number; title: Translated } | null };

async function liveAndNext(pool: Pool, actor: Actor): Promise<Pick<Happening, "live" | "next">> {
  const { rows: all } = await pool.query<LiveRow>(
    `SELECT ${ASSEMBLY_COLUMNS},
       (SELECT json_build_object('position', i.position, 'title', i.title)
        FROM agenda_item i WHERE i.id = a.current_item_id) AS item
     FROM assembly a WHERE a.phase IN ('live', 'convened') ORDER BY a.starts_at`,
  );
  const rows = all.filter((row) => maySee(actor, row));
  const live = rows.find((row) => row.phase === "live");
  const next = rows.find((row) => row.phase === "convened");
  return {
    ...(live
      ? { live: { ...toAssemblyCard(live), ...(live.item ? { item: live.item } : {}) } }
      : {}),
    ...(next ? { next: toAssemblyCard(next) } : {}),
  };
}

type OpenVoteRow = {
  id: string;
  assemblyId: string;
  titles: Translated;
  name: string;
  self: boolean;
};

// The same electors as on the ballot: oneself, the legal persons one represents today, and those
// whose mandate one holds.
async function openVotesOf(
  pool: Pool,
  now: Date,
  actor: Actor,
  personId: string,
): Promise<Happening["openVotes"]> {
  const { rows } = await pool.query<OpenVoteRow>(
    `SELECT d.id, d.assembly_id AS "assemblyId", (SELECT json_object_agg(key, value->>'title') FROM jsonb_each(d.texts)) AS titles,
       ${nameOf("p")} AS name,
       p.id = $1 AS self
     FROM decision d
     JOIN roll_entry roll ON roll.assembly_id = d.assembly_id
     JOIN person p ON p.id = roll.person_id
     WHERE d.phase = 'open'
       AND roll.person_id = ANY (ARRAY(
         SELECT $1::uuid UNION ALL
         SELECT legal_person_id FROM representation
         WHERE representative_id = $1
           AND valid_from <= $2::date AND (valid_to IS NULL OR valid_to >= $2::date)
         UNION ALL SELECT m.giver_id FROM mandate m
         WHERE m.assembly_id = d.assembly_id AND m.holder_id = $1 AND ${isActiveMandate()}))
       AND ${inElectorate()}
       AND NOT EXISTS (SELECT FROM ballot b WHERE b.decision_id = d.id AND b.elector_id = p.id)
       -- Whoever holds a credential may have cast it or not: nobody knows but they.
       AND NOT EXISTS (SELECT FROM credential_issue i WHERE i.decision_id = d.id
         AND i.elector_id = p.id AND i.channel <> 'online')
     ORDER BY d.position, p.id <> $1, name`,
    [personId, dayInBrussels(now)],
  );
  const mine = rows.filter((row) => can(actor, "decision.cast", assemblySubject(row.assemblyId)));
  return mine.map(({ id, titles, name, self }) => ({
    decisionId: id,
    title: titles,
    ...(self ? {} : { elector: name }),
  }));
}

type ResultRow = CardRow & { slug: string; assembly_title: Translated };

async function latestResults(pool: Pool): Promise<Happening["results"]> {
  const { rows } = await pool.query<ResultRow>(
    `SELECT ${CARD_COLUMNS}, a.slug, a.title AS assembly_title
     FROM decision d JOIN assembly a ON a.id = d.assembly_id
     -- What workers decide among themselves stands on the pages of their own assembly.
     WHERE d.phase = 'published' AND a.kind <> 'workers' AND NOT d.rehearsal AND d.annulled_at IS NULL
     ORDER BY d.published_at DESC, a.starts_at DESC, d.position LIMIT $1`,
    [RESULTS_SHOWN],
  );
  return rows.map((row) => ({
    ...toCard(row, false),
    assembly: { slug: row.slug, title: row.assembly_title },
  }));
}
