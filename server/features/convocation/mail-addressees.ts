import { formatDate } from "#app/i18n/format.ts";
import { inLanguage, isLanguage, type Translated } from "#domain/kernel/languages.ts";
import { inTransaction } from "../../platform/database.ts";
import { nameOf } from "../../platform/person-name.ts";
import type { Platform } from "../../platform/platform.ts";
import type { Passes } from "../check-in/index.ts";
import { type MailToWrite, writeMails } from "../notifications/write-mail.ts";
import { freezeAddressees } from "./addressees.ts";

/** Mails written in one transaction. */
const SLICE = 500;

/** Who was admitted since is looked for this often (ms): they are convened at admission. */
const NEWCOMERS_EVERY = 10 * 60_000;

type Waiting = { id: string; day: string; slug: string; title: Translated; texts: Translated };

/**
 * Job process: writes the mails of convocations that were sent, slice after slice. It reads who has
 * none yet each time, so that a process that died, or two at once, write nobody two.
 */
export async function mailAddressees(
  platform: Platform,
  passes: Passes,
  looked: Map<string, number>,
): Promise<number> {
  const { rows } = await platform.pool.query<Waiting>(
    `SELECT a.id, a.day::text AS day, a.slug, a.title, c.texts
     FROM convocation c JOIN assembly a ON a.id = c.assembly_id
     WHERE c.sent_at IS NOT NULL AND a.phase = 'convened'`,
  );
  let written = 0;
  for (const assembly of rows) {
    const now = platform.clock.now();
    if (now.getTime() - (looked.get(assembly.id) ?? 0) >= NEWCOMERS_EVERY) {
      await freezeAddressees(platform.pool, { assemblyId: assembly.id, day: assembly.day, now });
      await passes.makeAll(assembly.id);
      looked.set(assembly.id, now.getTime());
    }
    for (let some = 1; some > 0; written += some) {
      some = await mailSlice(platform, passes, assembly);
    }
  }
  return written;
}

type Unmailed = {
  personId: string;
  name: string;
  language: string;
  address: string;
  serial: number | null;
};

async function mailSlice(platform: Platform, passes: Passes, assembly: Waiting): Promise<number> {
  return inTransaction(platform.pool, async (client) => {
    const { rows } = await client.query<Unmailed>(
      `SELECT c.person_id AS "personId", c.language, c.address, e.serial,
         ${nameOf("p")} AS name
       FROM convocation_addressee c JOIN person p ON p.id = c.person_id
       LEFT JOIN entry_pass e ON e.assembly_id = c.assembly_id AND e.person_id = c.person_id
       WHERE c.assembly_id = $1 AND c.channel = 'mail' AND c.written_at IS NULL
       ORDER BY c.person_id LIMIT ${SLICE} FOR UPDATE OF c SKIP LOCKED`,
      [assembly.id],
    );
    if (rows.length === 0) return 0;
    const mails = rows.map((row) => mailOf(platform, passes, assembly, row));
    const ids = await writeMails(platform, client, mails);
    const persons = rows.map(({ personId }) => personId);
    const now = platform.clock.now();
    await client.query(
      `UPDATE convocation_addressee c SET mail_id = m.mail, written_at = $4
       FROM unnest($2::uuid[], $3::uuid[]) AS m (person, mail)
       WHERE c.assembly_id = $1 AND c.person_id = m.person`,
      [assembly.id, persons, ids, now],
    );
    // The pass went with it: nobody gets it a second time by itself.
    await client.query(
      `UPDATE entry_pass SET mailed_at = $3
       WHERE assembly_id = $1 AND person_id = ANY($2::uuid[]) AND mailed_at IS NULL`,
      [assembly.id, persons, now],
    );
    return rows.length;
  });
}

function mailOf(
  { env }: Platform,
  passes: Passes,
  { id, slug, day, title, texts }: Waiting,
  { personId, name, address, serial, ...row }: Unmailed,
): MailToWrite {
  const language = isLanguage(row.language) ? row.language : "fr";
  const content = {
    text: texts[language] ?? "",
    assembly: inLanguage(title, language)?.value ?? "",
    date: formatDate(language, day),
  };
  return {
    recipient: { personId, name, language, address },
    content:
      serial === null
        ? { kind: "convocation-plain", link: `${env.publicUrl}/assembly/${slug}`, ...content }
        : {
            kind: "convocation",
            link: passes.addressOf(id, personId, serial),
            ...content,
          },
  };
}
