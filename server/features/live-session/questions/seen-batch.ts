import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { createBatcher } from "../../../platform/batcher.ts";
import { persistently } from "../../../platform/persistently.ts";
import type { Platform } from "../../../platform/platform.ts";

const MAX_BATCH = 200;
/** Nobody waits for this answer: reports may gather for a moment (ms). */
const PAUSE_MS = 250;

type Report = { personId: string; assemblyId: string; questionIds: string[] };

export type SeeQuestions = (
  actor: Actor,
  input: { assemblyId: string; questionIds: string[] },
) => Promise<Result<null>>;

/**
 * Notes that somebody had questions before their eyes, each once (rules §4.4); only where questions
 * are chosen in the continuous mode. Many people share a transaction, and no room is woken for it.
 */
export function createSeeQuestions(platform: Platform): SeeQuestions {
  const batcher = createBatcher<Report, null>({
    pauseMs: PAUSE_MS,
    maxSize: MAX_BATCH,
    conflictKey: (report) => report.personId,
    write: (reports) => persistently(() => writeReports(platform, reports)),
  });
  return async (actor, input) => {
    if (actor.kind !== "person") return refuse("not-signed-in");
    if (!can(actor, "question.support", COOPERATIVE)) return refuse("not-allowed");
    return ok(await batcher.add({ personId: actor.personId, ...input }));
  };
}

async function writeReports({ pool }: Platform, reports: readonly Report[]): Promise<null[]> {
  const seen = reports.flatMap(({ personId, assemblyId, questionIds }) =>
    questionIds.map((questionId) => ({ personId, assemblyId, questionId })),
  );
  await pool.query({
    name: "question-seen",
    text: SEEN,
    values: [
      seen.map(({ personId }) => personId),
      seen.map(({ assemblyId }) => assemblyId),
      seen.map(({ questionId }) => questionId),
    ],
  });
  return reports.map(() => null);
}

// Questions are locked first and in order, as every batch of supports does.
const SEEN = `
  WITH item AS (
    SELECT DISTINCT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[])
      AS i (person_id, assembly_id, question_id)
  ), locked AS MATERIALIZED (
    SELECT q.id, q.assembly_id FROM question q JOIN assembly a ON a.id = q.assembly_id
    WHERE q.id IN (SELECT question_id FROM item) AND a.question_mode = 'continuous'
      AND a.phase = 'live' AND q.state = 'published' AND NOT q.silent
    ORDER BY q.id FOR NO KEY UPDATE OF q
  ), came AS (
    INSERT INTO question_exposure (question_id, person_id)
    SELECT item.question_id, item.person_id FROM item
    JOIN locked ON locked.id = item.question_id AND locked.assembly_id = item.assembly_id
    ORDER BY 1, 2
    ON CONFLICT DO NOTHING RETURNING question_id
  )
  UPDATE question q SET exposures = q.exposures + more.n
  FROM (SELECT question_id, count(*)::int AS n FROM came GROUP BY question_id) AS more
  WHERE q.id = more.question_id`;
