import { translator } from "#app/i18n/server.ts";
import type { HomeItem } from "#wire/home.ts";
import { nameOf } from "../../platform/person-name.ts";
import type { Platform } from "../../platform/platform.ts";
import type { HomeReader } from "../home/source.ts";

/** Mandates that wait for one's yes or no. */
export async function mandatesHome(
  { pool }: Platform,
  { actor, language }: HomeReader,
): Promise<HomeItem[]> {
  const { rows } = await pool.query<{ id: string; slug: string; name: string; at: Date }>(
    `SELECT m.id, a.slug, m.given_at AS at,
       ${nameOf("p")} AS name
     FROM mandate m JOIN assembly a ON a.id = m.assembly_id JOIN person p ON p.id = m.giver_id
     WHERE m.holder_id = $1 AND m.state = 'given' AND a.phase IN ('convened', 'live')
     ORDER BY m.given_at LIMIT 5`,
    [actor.personId],
  );
  const { t } = translator(language);
  return rows.map(({ id, slug, name, at }) => ({
    key: `mandate:${id}`,
    part: "waits",
    sign: t("home:mandate.sign"),
    title: t("home:mandate.title", { name }),
    action: t("home:mandate.action"),
    link: `/assembly/${slug}/mandates`,
    at: at.toISOString(),
  }));
}
