import type { Actor } from "#domain/kernel/actor.ts";
import { ok, type Result } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { minutesCommands } from "./commands.ts";
import { minutesPdf } from "./pdf.ts";
import { minutesFile, minutesPage, reconciliationPage } from "./queries.ts";
import { recapPage } from "./recap.ts";

/** The end of the day: reconciliation, results on all screens, recap, minutes. */
export function createMinutesFeature(platform: Platform) {
  const { pool } = platform;
  return {
    page: (actor: Actor, slug: string) => minutesPage(pool, actor, slug),
    pdf: async (actor: Actor, slug: string): Promise<Result<Buffer>> => {
      const file = await minutesFile(pool, actor, slug);
      return file.ok ? ok(await minutesPdf(file.value)) : file;
    },
    file: (actor: Actor, slug: string) => minutesFile(pool, actor, slug),
    recap: (actor: Actor, slug: string) => recapPage(pool, actor, slug),
    reconciliation: (actor: Actor, slug: string) => reconciliationPage(pool, actor, slug),
    commands: minutesCommands(platform),
  };
}
