import type { Actor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../platform/platform.ts";

export type Account = {
  givenName: string;
  familyName: string;
  displayName: string;
  language: Language;
  email: string | null;
  registerNo: string | null;
  hasPassword: boolean;
  /** Newest first. ISO instants. */
  sessions: { device: string; createdAt: string; current: boolean }[];
};

/** One's own account. */
export async function ownAccount(
  { pool, clock }: Platform,
  actor: Actor,
): Promise<Result<Account>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const { rows } = await pool.query<Account>(
    `SELECT p.given_name AS "givenName", p.family_name AS "familyName",
       p.display_name AS "displayName", p.language, p.email, p.register_no AS "registerNo",
       EXISTS (SELECT FROM password WHERE person_id = p.id) AS "hasPassword",
       (SELECT json_agg(json_build_object('device', s.device, 'current', s.id = $2,
           'createdAt', to_char(s.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
         ORDER BY s.created_at DESC)
        FROM auth_session s WHERE s.person_id = p.id AND s.expires_at > $3) AS sessions
     FROM person p WHERE p.id = $1`,
    [actor.personId, actor.sessionHash, clock.now()],
  );
  const [account] = rows;
  return account ? ok({ ...account, sessions: account.sessions ?? [] }) : refuse("not-found");
}

/** How a person wishes to be named and spoken to. */
export async function changeProfile(
  { pool }: Platform,
  actor: Actor,
  input: { displayName: string; language: Language },
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  await pool.query("UPDATE person SET display_name = $2, language = $3 WHERE id = $1", [
    actor.personId,
    input.displayName,
    input.language,
  ]);
  return ok(null);
}
