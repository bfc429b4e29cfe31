import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { MyLabsPage } from "#wire/smartlab-pages.ts";
import { createSealing } from "../../platform/sealing.ts";
import type { Platform } from "../../platform/platform.ts";
import { createFeedKeys, feedUrl } from "../programme/index.ts";
import { labCards } from "./cards.ts";

/** The labs that one is in, waits for or is interested in; what one wishes to hear of. */
export async function myLabs(platform: Platform, actor: Actor): Promise<Result<MyLabsPage>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const { pool, env } = platform;
  const [labs, alerts, url] = await Promise.all([
    labCards(pool, actor, {
      condition: "own.standing IN ('joined', 'waiting', 'interested')",
      values: [],
      limit: { rows: 100, from: 0 },
    }),
    pool.query<MyLabsPage["alerts"][number]>(
      "SELECT theme, language, city FROM lab_alert WHERE person_id = $1 ORDER BY made_at",
      [actor.personId],
    ),
    // One address for everything that one goes to.
    feedUrl(platform, createFeedKeys(createSealing(env)), actor.personId),
  ]);
  return ok({ labs, alerts: alerts.rows, ...(url ? { feedUrl: url } : {}) });
}
