import { withoutNulls } from "#domain/kernel/json.ts";
import type { Language } from "#domain/kernel/languages.ts";
import { proposalCode } from "#domain/workers-assembly/stage.ts";
import type { DebatePage } from "#wire/workers-day-pages.ts";
import { epochMs } from "../../../platform/instants.ts";
import { nameOf } from "../../../platform/person-name.ts";
import type { Client } from "../edition.ts";

type Row = Omit<DebatePage["debate"], "code"> & { number: number };

type Asked = {
  editionId: string;
  me: string | null;
  number?: number;
  /** In which the text is read, where a rendering of its last version was reviewed. */
  language?: Language;
};

/** Debates of an edition as they are shown, in the order of the day; one of them where a number is asked. */
export async function debateCards(
  client: Client,
  { editionId, me, number, language }: Asked,
): Promise<DebatePage["debate"][]> {
  const { rows } = await client.query<Row>(
    `SELECT d.id, p.number, p.chosen_place AS place,
       coalesce(r.language, v.language) AS language, coalesce(r.sentence, v.sentence) AS sentence,
       CASE WHEN r.language IS NOT NULL THEN v.language END AS "renderedFrom", d.room,
       ${epochMs("d.starts_at")} AS "startsAt", d.minutes, d.plenary_minutes AS "plenaryMinutes",
       d.step, d.step_minutes AS "stepMinutes", ${epochMs("d.step_since")} AS "stepSince",
       d.revision, d.facilitator_id IS NOT NULL AS facilitated,
       CASE WHEN d.facilitator_named THEN ${nameOf("f")} END AS facilitator,
       nullif(coalesce(d.facilitator_id = $2::uuid, false), false) AS mine
     FROM debate d JOIN proposal p ON p.id = d.proposal_id
     LEFT JOIN person f ON f.id = d.facilitator_id
     CROSS JOIN LATERAL (SELECT version, language, sentence FROM debate_version t
       WHERE t.debate_id = d.id ORDER BY version DESC LIMIT 1) v
     LEFT JOIN debate_text r ON r.debate_id = d.id AND r.language = $4 AND r.language <> v.language
       AND r.reviewed AND r.of_version = v.version
     WHERE d.workers_assembly_id = $1 AND ($3::int IS NULL OR p.number = $3)
     ORDER BY d.starts_at, d.room, p.chosen_place`,
    [editionId, me, number ?? null, language ?? null],
  );
  return rows.map(({ number: printed, ...row }) => ({
    ...withoutNulls(row),
    code: proposalCode(printed),
  }));
}
