import { translator } from "#app/i18n/server.ts";
import type { HomeItem } from "#wire/home.ts";
import type { Platform } from "../../platform/platform.ts";
import type { HomeReader } from "../home/source.ts";
import { NOTICE, type NoticeRow, sayNotice } from "./say-notice.ts";

/** What one was told and has not read: one line, however much it is. */
export async function noticesHome(
  { pool }: Platform,
  { actor, language }: HomeReader,
): Promise<HomeItem[]> {
  const { rows } = await pool.query<NoticeRow & { at: Date; count: number }>(
    `SELECT ${NOTICE}, n.created_at AS at, count(*) OVER ()::int AS count FROM notice n
     WHERE n.person_id = $1 AND n.read_at IS NULL AND n.settled_at IS NULL AND n.in_app
     ORDER BY n.id DESC LIMIT 1`,
    [actor.personId],
  );
  const [newest] = rows;
  if (!newest) return [];
  const { t } = translator(language);
  return [
    {
      key: "notices",
      part: "waits",
      sign: t("home:notices.sign", { count: newest.count }),
      title: sayNotice(newest, language).subject,
      action: t("home:notices.action", { count: newest.count }),
      link: "/notifications",
    },
  ];
}
