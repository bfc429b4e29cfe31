import { seedDemo } from "../../prisma/seed/index.ts";
import { mailPasses } from "../../server/features/check-in/send-passes.ts";
import { createWayInKeys } from "../../server/features/check-in/way-in-keys.ts";
import { prepareUrns } from "../../server/features/decisions/secret/prepare-urns.ts";
import { createUrnSecrets } from "../../server/features/decisions/secret/urn-secrets.ts";
import { createSealing } from "../../server/platform/sealing.ts";
import { createTestPlatform } from "./platform.ts";

/**
 * Fills a database with the demo as its job process leaves it a moment later: a pass for each of
 * 41,702 and keys of urns cost more than many a test that starts one.
 */
export async function seedSettledDemo(url: string): Promise<void> {
  await seedDemo(url, () => undefined);
  const { platform, close } = createTestPlatform(url);
  const sealing = createSealing(platform.env);
  await mailPasses(platform, createWayInKeys(sealing), new Map());
  await prepareUrns(platform, createUrnSecrets(sealing));
  await close();
}
