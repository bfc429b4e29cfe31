import { formatDateTime } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/server.ts";
import { inLanguage, type Translated } from "#domain/kernel/languages.ts";
import type { HomeItem } from "#wire/home.ts";
import type { Platform } from "../../platform/platform.ts";
import type { HomeReader } from "../home/source.ts";

const SHOWN = 3;

/** Surveys that ask the reader and that they have not answered, the first to close first. */
export async function surveysHome(
  { pool, clock }: Platform,
  { actor, language }: HomeReader,
): Promise<HomeItem[]> {
  const { rows } = await pool.query<{
    id: string;
    slug: string;
    title: Translated;
    closesAt: Date;
  }>(
    `SELECT s.id, s.slug, s.questionnaire->'title' AS title, s.closes_at AS "closesAt"
     FROM survey_population p JOIN survey s ON s.id = p.survey_id
     WHERE p.person_id = $1 AND s.phase = 'open' AND s.closes_at > $2
       AND NOT EXISTS (SELECT FROM survey_mark m WHERE m.survey_id = s.id AND m.person_id = $1)
       AND NOT EXISTS (SELECT FROM campaign_person o WHERE o.campaign_id = s.campaign_id
         AND o.person_id = $1 AND o.part = 'observer')
     ORDER BY s.closes_at LIMIT ${SHOWN}`,
    [actor.personId, clock.now()],
  );
  const { t } = translator(language);
  return rows.map(({ id, slug, title: titles, closesAt }) => {
    const title = inLanguage(titles, language);
    return {
      key: `survey:${id}`,
      part: "could",
      sign: t("surveys:home.sign"),
      title: title?.value ?? "",
      ...(title && title.language !== language ? { titleLanguage: title.language } : {}),
      detail: t("surveys:home.until", { when: formatDateTime(language, closesAt) }),
      action: t("surveys:home.answer"),
      link: `/surveys/${slug}`,
      at: closesAt.toISOString(),
    };
  });
}
