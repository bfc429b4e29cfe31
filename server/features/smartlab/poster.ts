import { readSiteCode, showSiteCode } from "#domain/check-in/way-in.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { LabPoster } from "#wire/smartlab-pages.ts";
import type { Platform } from "../../platform/platform.ts";
import { qrPicture } from "../check-in/index.ts";
import { labCards } from "./cards.ts";

/** A lab to hang on a wall, for anybody: it holds nothing that its page does not. */
export async function labPoster(
  { pool, env }: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<LabPoster>> {
  const [lab] = await labCards(pool, actor, { condition: "l.slug = $2", values: [slug] });
  const { rows } = await pool.query<{ code: string }>("SELECT code FROM lab WHERE slug = $1", [
    slug,
  ]);
  const code = rows[0]?.code;
  if (!lab || !code) return refuse("not-found");
  return ok({
    lab,
    address: `${new URL(env.publicUrl).host}/l/${showSiteCode(code)}`,
    qr: qrPicture(`${env.publicUrl}/l/${code}`),
  });
}

/** The lab that a short address leads to, however it was typed. */
export async function labOfCode({ pool }: Platform, typed: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ slug: string }>("SELECT slug FROM lab WHERE code = $1", [
    readSiteCode(typed),
  ]);
  return rows[0]?.slug;
}
