import type { Pool } from "pg";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import { toBase64url, toHex } from "#domain/decisions/secret/bytes.ts";
import { reportHash } from "#domain/decisions/secret/opened.ts";
import { LEAST_KEEPERS } from "#domain/decisions/secret/urn.ts";
import type { AnyReport } from "#domain/decisions/registry.ts";
import type { CeremonyView, Keeper, UrnView } from "#wire/urns.ts";
import { holdsIn } from "../../../platform/apart-sql.ts";
import { nameOf } from "../../../platform/person-name.ts";
import { titlesOf } from "../cards.ts";
import { waitingLots } from "./waiting-lots.ts";

type Assembly = CeremonyView["assembly"];

/** The ceremony of an assembly and its urns, as one member of the bureau sees them. */
export async function ceremonyView(
  pool: Pool,
  actor: PersonActor,
  assembly: Assembly,
  today: string,
): Promise<CeremonyView> {
  const subject = assemblySubject(assembly.id);
  const urns = await readUrns(pool, assembly.id, actor.personId);
  const shared = urns.filter((urn) => urn.seal === "scrutineers");
  return {
    assembly,
    may: {
      keep: can(actor, "urn.keep", subject),
      restart: can(actor, "urn.restart", subject),
      askOpening: can(actor, "urn.ask-opening", subject),
    },
    self: actor.personId,
    scrutineers: await countScrutineers(pool, assembly.id, today),
    keepers: await readKeepers(pool, assembly.id, actor.personId),
    needed: LEAST_KEEPERS,
    restartable:
      shared.every((urn) => urn.phase === "draft") && shared.some((urn) => urn.shares.length > 0),
    urns,
    lots: can(actor, "decision.draw-lot", subject) ? await waitingLots(pool, assembly.id) : [],
  };
}

async function countScrutineers(pool: Pool, assemblyId: string, today: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(DISTINCT person_id)::int AS count FROM role_grant
     WHERE role = 'scrutineer' AND ${holdsIn("body", "$1::uuid")}
       AND valid_from <= $2::date AND (valid_to IS NULL OR valid_to >= $2::date)`,
    [assemblyId, today],
  );
  return rows[0]?.count ?? 0;
}

async function readKeepers(pool: Pool, assemblyId: string, self: string): Promise<Keeper[]> {
  const { rows } = await pool.query<{
    id: string;
    name: string;
    box_key: Buffer;
    signing_key: Buffer;
  }>(
    `SELECT p.id, k.box_key, k.signing_key,
       ${nameOf("p")} AS name
     FROM urn_keeper k JOIN person p ON p.id = k.person_id
     WHERE k.assembly_id = $1 ORDER BY p.id`,
    [assemblyId],
  );
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    self: row.id === self,
    boxKey: toBase64url(row.box_key),
    signingKey: toBase64url(row.signing_key),
  }));
}

type UrnRow = Pick<UrnView, "position" | "phase" | "seal" | "openingAsked" | "threshold"> & {
  id: string;
  texts: Translated<{ title: string; text: string }>;
  stage: UrnView["stage"] | null;
  urn_key: Buffer | null;
  board_head: Buffer | null;
  board_size: number | null;
  altered: UrnView["altered"] | null;
  ledger: UrnView["ledger"] | null;
  my_share: Buffer | null;
  shares: (Omit<UrnView["shares"][number], "fingerprint"> & { fingerprint: string })[];
  opener: string | null;
  opener_key: Buffer | null;
  done: number | null;
  opened_hash: string | null;
  report: AnyReport | null;
  attested: string[];
};

async function readUrns(pool: Pool, assemblyId: string, self: string): Promise<UrnView[]> {
  const { rows } = await pool.query<UrnRow>(URNS, [assemblyId, self]);
  return Promise.all(rows.map(toUrnView));
}

async function toUrnView(row: UrnRow): Promise<UrnView> {
  return withoutNulls({
    decisionId: row.id,
    position: row.position,
    title: titlesOf(row.texts),
    phase: row.phase,
    seal: row.seal,
    stage: row.stage ?? "none",
    urnKey: row.urn_key ? toBase64url(row.urn_key) : undefined,
    threshold: row.threshold,
    shares: row.shares.map((share) => ({
      ...share,
      fingerprint: Buffer.from(share.fingerprint, "hex").toString("base64url"),
    })),
    mySealedShare: row.my_share ? toBase64url(row.my_share) : undefined,
    openingAsked: row.openingAsked,
    opening: openingOf(row),
    boardSize: row.board_size ?? undefined,
    boardHead: row.board_head ? toHex(row.board_head) : undefined,
    altered: row.altered ?? undefined,
    ledger: row.ledger ?? undefined,
    opened: await openedOf(row),
  });
}

function openingOf({ opener, opener_key, done }: UrnRow): UrnView["opening"] {
  if (!opener || !opener_key) return undefined;
  return { opener, openerKey: toBase64url(opener_key), done: done ?? 0 };
}

async function openedOf({
  stage,
  opened_hash: openedHash,
  report,
  attested,
}: UrnRow): Promise<UrnView["opened"]> {
  if (stage !== "opened" || !openedHash || !report) return undefined;
  return { openedHash, reportHash: toHex(await reportHash(report)), attestedBy: attested };
}

const URNS = `
  SELECT d.id, d.position, d.texts, d.phase, d.seal, u.stage, u.urn_key,
    coalesce(u.threshold, 0) AS threshold, coalesce(u.opening_asked, false) AS "openingAsked",
    u.board_head, u.board_size, u.altered, u.ledger, o.opener, o.opener_key, o.done,
    t.ballots_hash AS opened_hash, t.report,
    (SELECT sealed FROM urn_share WHERE decision_id = d.id AND person_id = $2) AS my_share,
    coalesce((
      SELECT json_agg(json_build_object('personId', s.person_id, 'confirmed', s.confirmed,
        'fingerprint', encode(s.fingerprint, 'hex'),
        'given', EXISTS (SELECT FROM urn_share_given g WHERE g.decision_id = d.id
          AND g.person_id = s.person_id AND g.opener = o.opener)) ORDER BY s.person_id)
      FROM urn_share s WHERE s.decision_id = d.id), '[]') AS shares,
    coalesce((SELECT json_agg(a.person_id ORDER BY a.person_id)
      FROM attestation a WHERE a.decision_id = d.id), '[]') AS attested
  FROM decision d
  LEFT JOIN urn u ON u.decision_id = d.id
  LEFT JOIN urn_opening o ON o.decision_id = d.id
  LEFT JOIN tally t ON t.decision_id = d.id
  WHERE d.assembly_id = $1 AND d.ballot_kind = 'secret'
  ORDER BY d.position`;
