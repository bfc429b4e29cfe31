import { isLanguage } from "#domain/kernel/languages.ts";
import { nameOf } from "../../platform/person-name.ts";
import type { Recipient } from "./write-mail.ts";

export type ReaderRow = { personId: string; name: string; language: string; address: string };

/** Columns of a ReaderRow: `p` is the person. */
export const READER = `
  p.id AS "personId", p.language,
  ${nameOf("p")} AS name,
  CASE WHEN p.email_status <> 'bounced' THEN coalesce(p.email, '') ELSE '' END AS address`;

export function toRecipient({ personId, name, language, address }: ReaderRow): Recipient {
  return { personId, name, address, language: isLanguage(language) ? language : "fr" };
}
