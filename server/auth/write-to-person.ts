import type { ClientBase } from "pg";
import { isLanguage } from "#domain/kernel/languages.ts";
import type { MailContent } from "../features/notifications/compose.ts";
import { writeMail } from "../features/notifications/write-mail.ts";
import { nameOf } from "../platform/person-name.ts";
import type { Platform } from "../platform/platform.ts";

type Row = { name: string; language: string; email: string | null };

/** Writes a mail to a person, at the address of the register or at another one given. */
export async function writeToPerson(
  platform: Platform,
  client: ClientBase,
  personId: string,
  content: MailContent,
  otherAddress?: string,
): Promise<void> {
  const { rows } = await client.query<Row>(
    `SELECT email, language,
       ${nameOf("person")} AS name
     FROM person WHERE id = $1`,
    [personId],
  );
  const [person] = rows;
  const address = otherAddress ?? person?.email;
  if (!person || !address) return;
  const language = isLanguage(person.language) ? person.language : "fr";
  await writeMail(platform, client, { personId, name: person.name, language, address }, content);
}
