import type { PoolClient } from "pg";
import type { Language } from "#domain/kernel/languages.ts";
import type { Platform } from "../../../platform/platform.ts";
import { writeMail } from "../../notifications/write-mail.ts";

/** What an asker is told by mail; the reason stands on the page behind the link. */
export type QuestionNews =
  | "question-merged"
  | "question-refused"
  | "question-answered"
  | "appeal-upheld"
  | "appeal-rejected";

/** Writes to whoever asked, where somebody is known to have asked and has an address. */
export async function tellAsker(
  platform: Platform,
  client: PoolClient,
  questionId: string,
  kind: QuestionNews,
): Promise<void> {
  const { rows } = await client.query<{
    personId: string;
    name: string;
    language: Language;
    address: string;
    slug: string;
  }>(
    `SELECT p.id AS "personId", coalesce(nullif(p.display_name, ''), p.given_name) AS name,
       p.language, p.email AS address, a.slug
     FROM question q JOIN person p ON p.id = q.author_id JOIN assembly a ON a.id = q.assembly_id
     WHERE q.id = $1 AND p.email IS NOT NULL AND p.email_status <> 'bounced'`,
    [questionId],
  );
  const [asker] = rows;
  if (!asker) return;
  const { slug, ...recipient } = asker;
  const link = `${platform.env.publicUrl}/live-session/${slug}#mine-${questionId}`;
  await writeMail(platform, client, recipient, { kind, link });
}
