import type { Container } from "#server/container.ts";
import { prepareUrns } from "#server/features/decisions/secret/prepare-urns.ts";
import { createUrnSecrets } from "#server/features/decisions/secret/urn-secrets.ts";
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
