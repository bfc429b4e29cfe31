import { expect } from "vitest";
import type { DemoServer } from "./demo-server.ts";
import { signIn } from "./electors.ts";
import { anyBlinded, httpBallotBox } from "./secret-elector.ts";

/** With one more they are a batch (server/features/decisions/secret/release-batches.ts). */
const COMPANY = 9;

/** Others who come late to an open vote too: somebody at the desk need not wait for company. */
export async function bringCompany(
  { pool, url, assemblyId }: Pick<DemoServer, "pool" | "url" | "assemblyId">,
  decisionId: string,
): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT p.id FROM roll_entry r JOIN person p ON p.id = r.person_id
     WHERE r.assembly_id = $1 AND p.kind = 'natural' ORDER BY p.id DESC OFFSET 1000 LIMIT $2`,
    [assemblyId, COMPANY],
  );
  const late = await signIn(
    pool,
    rows.map(({ id }) => id),
  );
  const urns = await httpBallotBox(url, "").keys(assemblyId);
  const keyId = urns.find((urn) => urn.decisionId === decisionId)?.keyId ?? "";
  for (const { personId, cookie } of late) {
    const request = { decisionId, electorId: personId, keyId, blinded: anyBlinded() };
    const [answer] = await httpBallotBox(url, cookie).issue({
      requests: [request],
      assisted: false,
    });
    expect(answer?.state).not.toBe("refused");
  }
}
