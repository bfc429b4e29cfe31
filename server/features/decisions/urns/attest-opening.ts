import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { attestationMessage } from "#domain/decisions/secret/attestation.ts";
import { verifySigned } from "#domain/decisions/secret/credential.ts";
import { reportHash } from "#domain/decisions/secret/opened.ts";
import type { AnyReport } from "#domain/decisions/registry.ts";
import type { Platform } from "../../../platform/platform.ts";
import { assemblyOf, changeUrns } from "./change-urns.ts";

type Input = { decisionId: string; signature: string };

type Row = {
  stage: string;
  board_head: Buffer | null;
  opened_hash: string | null;
  report: AnyReport | null;
  signing_key: Buffer | null;
};

/** A keeper signs the board, the opened ballots and the report, with the key they joined with. */
export async function attestOpening(
  platform: Platform,
  actor: Actor,
  { decisionId, signature }: Input,
): Promise<Result<null>> {
  const assemblyId = await assemblyOf(platform, decisionId);
  if (!assemblyId) return refuse("not-found");
  const signed = Buffer.from(signature, "base64url");
  const change = { action: "urn.keep", assemblyId, journalAs: "urn.attest" } as const;
  return changeUrns<null>(platform, actor, change, async (client, { personId }) => {
    const { rows } = await client.query<Row>(OPENED, [decisionId, personId]);
    const [row] = rows;
    if (!row?.signing_key) return refuse("not-scrutineer");
    if (row.stage !== "opened" || !row.board_head || !row.opened_hash || !row.report) {
      return refuse("not-counted");
    }
    const message = attestationMessage(
      row.board_head,
      Buffer.from(row.opened_hash, "hex"),
      await reportHash(row.report),
    );
    if (!(await verifySigned(row.signing_key, signed, message))) return refuse("bad-signature");
    await client.query(
      `INSERT INTO attestation (decision_id, person_id, signature) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING`,
      [decisionId, personId, signed],
    );
    return ok({ value: null, journal: { subject: `decision:${decisionId}` } });
  });
}

const OPENED = `
  SELECT u.stage, u.board_head, t.ballots_hash AS opened_hash, t.report, k.signing_key
  FROM urn u
  JOIN decision d ON d.id = u.decision_id
  LEFT JOIN tally t ON t.decision_id = d.id
  LEFT JOIN urn_share s ON s.decision_id = d.id AND s.person_id = $2
  LEFT JOIN urn_keeper k ON k.assembly_id = d.assembly_id AND k.person_id = s.person_id
  WHERE u.decision_id = $1`;
