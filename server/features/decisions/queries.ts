import type { Pool, PoolClient } from "pg";
import { type Electorate, shownElectorate } from "#domain/decisions/electorate.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { optionOrder } from "#domain/decisions/option-order.ts";
import type { AnyReport } from "#domain/decisions/registry.ts";
import type { MarkChannel } from "#domain/decisions/secret/urn.ts";
import type { StatuteProfile } from "#domain/decisions/statute-profile.ts";
import { blockingUnverified, citationOf } from "#domain/decisions/statute-profile.ts";
import type { AssemblyPhase } from "#domain/live-session/agenda.ts";
import type { DecisionPage, ElectorView, LabelledOption } from "#wire/decisions.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { nameOf } from "../../platform/person-name.ts";
import { maySee } from "../assembly/cards.ts";
import { isActiveMandate } from "../mandates/mandate-sql.ts";
import { isAnnounced, seenBy, seesUnfinished } from "./announced.ts";
import { ballotDefinition } from "./ballot-definition.ts";
import { CARD_COLUMNS, toCard, type CardRow } from "./cards.ts";
import { inElectorate } from "./elector-sql.ts";
import { majorityOf } from "./majority-of.ts";

type PageRow = CardRow & {
  assembly_id: string;
  slug: string;
  assembly_phase: AssemblyPhase;
  assembly_title: Translated;
  max_choices: number | null;
  min_choices: number | null;
  options: LabelledOption[] | null;
  values: StatuteProfile;
  version: string;
  electorate: Electorate;
  counted_at: Date | null;
  ballots_hash: string | null;
  full_report: AnyReport | null;
};

export type DecisionReport = {
  page: DecisionPage;
  report: AnyReport;
  /** ISO instant. */
  countedAt: string;
  ballotsHash: string;
};

const PAGE = `
  SELECT ${CARD_COLUMNS}, d.assembly_id, d.electorate, d.max_choices, d.min_choices, a.slug,
    a.phase AS assembly_phase, a.title AS assembly_title,
    p.values, p.version, t.counted_at, t.ballots_hash, t.report AS full_report,
    (SELECT json_agg(json_build_object('id', o.id, 'label', o.label) ORDER BY o.position)
     FROM decision_option o WHERE o.decision_id = d.id) AS options
  FROM decision d
  JOIN assembly a ON a.id = d.assembly_id
  JOIN statute_profile p ON p.version = d.profile_version
  LEFT JOIN tally t ON t.decision_id = d.id
  WHERE d.id = $1`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The decision, where its assembly may be seen at all and it is not still being written. */
async function readPage(
  pool: Pool,
  actor: Actor,
  decisionId: string,
): Promise<PageRow | undefined> {
  if (!UUID.test(decisionId)) return undefined;
  const [row] = (await pool.query<PageRow>(PAGE, [decisionId])).rows;
  if (!row || !maySee(actor, { id: row.assembly_id, phase: row.assembly_phase })) return undefined;
  if (!isAnnounced(row) && !seesUnfinished(actor, row.assembly_id)) return undefined;
  return seenBy(actor, row.assembly_id, row);
}

/** A decision in full, and for whom this reader may vote. */
export async function decisionPage(
  pool: Pool,
  now: Date,
  actor: Actor,
  decisionId: string,
): Promise<Result<DecisionPage & { electors: ElectorView[] }>> {
  const row = await readPage(pool, actor, decisionId);
  if (!row) return refuse("not-found");
  const electors =
    actor.kind === "person" ? await electorsOf(pool, actor.personId, now, decisionId) : [];
  return ok({ ...toPage(row, actor), electors });
}

/** The count, once it may be seen: by everybody when published, by the bureau when counted. */
export async function decisionReport(
  pool: Pool,
  actor: Actor,
  decisionId: string,
): Promise<Result<DecisionReport>> {
  const row = await readPage(pool, actor, decisionId);
  if (!row) return refuse("not-found");
  const page = toPage(row, actor);
  const isShown = page.report !== undefined || page.outcome !== undefined;
  const { full_report: report, counted_at: countedAt, ballots_hash: ballotsHash } = row;
  if (!isShown || !report || !countedAt || !ballotsHash) return refuse("not-counted");
  return ok({
    page,
    report: withoutNulls(report),
    countedAt: countedAt.toISOString(),
    ballotsHash,
  });
}

function toPage(row: PageRow, actor: Actor): DecisionPage {
  const seesCounted = can(actor, "decision.see-uncounted", assemblySubject(row.assembly_id));
  const unverified = blockingUnverified(row.values, {
    rule: majorityOf(row),
    legalChannel: row.legal_channel,
  });
  const options = row.options ?? [];
  const ids = options.map(({ id }) => id);
  const ballot = ballotDefinition({ ...row, rule: { ...row.rule }, options: ids });
  const card = toCard(row, seesCounted);
  const reader = actor.kind === "person" ? actor.personId : undefined;
  return {
    ...card,
    assembly: { id: row.assembly_id, slug: row.slug, title: row.assembly_title },
    texts: row.texts,
    options,
    optionOrder: optionOrder(card, reader, ids),
    ballot,
    electorate: shownElectorate(row.electorate),
    authoritativeLanguages: row.values.authoritativeLanguages.value,
    ...(row.frozen.asOf ? { asOf: row.frozen.asOf } : {}),
    profile: {
      version: row.version,
      article: citationOf(row.values, majorityOf(row)),
      status: unverified.length === 0 ? "verified" : "assumed",
      unverified,
    },
  };
}

type ElectorRow = {
  id: string;
  name: string;
  self: boolean;
  entitled: boolean;
  receipt: string | null;
  revision: number | null;
  cast_at: Date | null;
  channel: MarkChannel | null;
  batch: number | null;
};

/** The reader and the legal persons they represent today, with their standing in this decision. */
async function electorsOf(
  pool: Pool | PoolClient,
  personId: string,
  now: Date,
  decisionId: string,
): Promise<ElectorView[]> {
  const { rows } = await pool.query<ElectorRow>(
    `SELECT p.id, ${nameOf("p")} AS name,
       p.id = $2 AS self, roll.person_id IS NOT NULL AND ${inElectorate()} AS entitled,
       b.receipt, b.revision, b.cast_at, mark.channel, mark.batch
     FROM decision d CROSS JOIN person p
     LEFT JOIN roll_entry roll ON roll.assembly_id = d.assembly_id AND roll.person_id = p.id
     LEFT JOIN ballot b ON b.decision_id = d.id AND b.elector_id = p.id
     LEFT JOIN credential_issue mark ON mark.decision_id = d.id AND mark.elector_id = p.id
     WHERE d.id = $1 AND p.id = ANY (ARRAY(
       SELECT $2::uuid UNION ALL
       SELECT legal_person_id FROM representation
       WHERE representative_id = $2
         AND valid_from <= $3::date AND (valid_to IS NULL OR valid_to >= $3::date)
       UNION ALL SELECT giver_id FROM (
         SELECT m.giver_id FROM decision voted JOIN mandate m ON m.assembly_id = voted.assembly_id
         WHERE voted.id = $1 AND m.holder_id = $2 AND ${isActiveMandate()}) AS given))
     ORDER BY p.id <> $2, name`,
    [decisionId, personId, dayInBrussels(now)],
  );
  return rows.map((row) =>
    withoutNulls({
      id: row.id,
      name: row.name,
      self: row.self,
      entitled: row.entitled,
      ballot:
        row.receipt && row.revision && row.cast_at
          ? { receipt: row.receipt, revision: row.revision, castAt: row.cast_at.toISOString() }
          : undefined,
      mark: row.channel ? { channel: row.channel, batch: row.batch ?? undefined } : undefined,
    }),
  );
}

/** Closed decisions that no job has counted yet; those whose urn waits for scrutineers are not. */
export async function uncountedDecisions(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT d.id FROM decision d LEFT JOIN urn u ON u.decision_id = d.id
     WHERE d.phase = 'closed' AND d.annulled_at IS NULL AND u.altered IS NULL
       AND (u.stage = 'sealed' AND d.seal = 'scrutineers') IS NOT TRUE
     ORDER BY d.closed_at LIMIT 100`,
  );
  return rows.map((row) => row.id);
}
