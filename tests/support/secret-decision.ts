import type { Container } from "#server/container.ts";
import { prepareUrns } from "#server/features/decisions/secret/prepare-urns.ts";
import { createUrnSecrets } from "#server/features/decisions/secret/urn-secrets.ts";
import { makePaperBallots } from "#server/features/decisions/urns/paper-ballots.ts";
import { createSealing } from "#server/platform/sealing.ts";
import { createDecision, type LiveAssembly } from "./live-assembly.ts";

/** Secret resolutions in draft, with the keys that the job process makes for them. */
export async function createSecretDecisions(
  container: Container,
  assembly: Pick<LiveAssembly, "id" | "itemId">,
  seals: readonly ("server" | "scrutineers")[],
): Promise<string[]> {
  const { platform } = container;
  const ids: string[] = [];
  for (const seal of seals) {
    const id = await createDecision(platform.pool, assembly, { phase: "draft" });
    await platform.pool.query(
      "UPDATE decision SET ballot_kind = 'secret', seal = $2 WHERE id = $1",
      [id, seal],
    );
    ids.push(id);
  }
  await prepareUrns(platform, createUrnSecrets(createSealing(platform.env)));
  return ids;
}

/** Ballots in an urn as if browsers had sent them: whoever reads rows cannot tell. */
export async function fillUrn(
  { platform }: Pick<Container, "platform">,
  decisionId: string,
  contents: readonly string[],
): Promise<void> {
  const { rows } = await platform.pool.query<{
    urn_key: Buffer;
    ballot_bytes: number;
    credential_secret: Buffer;
  }>("SELECT urn_key, ballot_bytes, credential_secret FROM urn WHERE decision_id = $1", [
    decisionId,
  ]);
  const [urn] = rows;
  if (!urn) throw new Error("no urn to fill");
  const secrets = createUrnSecrets(createSealing(platform.env));
  const ballots = await makePaperBallots(
    {
      decisionId,
      urnKey: urn.urn_key,
      ballotBytes: urn.ballot_bytes,
      credentialSecret: secrets.credentialSecret(decisionId, urn.credential_secret),
    },
    contents,
  );
  for (const ballot of ballots) {
    await platform.pool.query("INSERT INTO secret_ballot VALUES ($1, $2, $3, $4, $5, $6)", [
      decisionId,
      ballot.credential,
      ballot.issueSignature,
      ballot.revision,
      ballot.sealed,
      ballot.signature,
    ]);
  }
}
