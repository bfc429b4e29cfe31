import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { formatDate } from "#app/i18n/format.ts";
import { inLanguage, isLanguage, type Translated } from "#domain/kernel/languages.ts";
import { inTransaction } from "../../platform/database.ts";
import { nameOf } from "../../platform/person-name.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeSession } from "../live-session/change-session.ts";
import { journal } from "./journal.ts";
import { writeMails, type MailToWrite } from "../notifications/write-mail.ts";
import { makePasses } from "./passes.ts";
import { passAssembly } from "./door-list.ts";
import { assemblyById } from "./site-sql.ts";
import type { WayInKeys } from "./way-in-keys.ts";

/** Mails written in one transaction. */
const SLICE = 500;

/** Asks that everybody expected get their pass by mail. Asked again, only new ones get one. */
export async function askPasses(
  platform: Platform,
  actor: Actor,
  { assemblyId }: { assemblyId: string },
): Promise<Result<null>> {
  const change = { action: "assembly.convene", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly, { personId }) => {
    if (assembly.phase !== "convened" && assembly.phase !== "live") return refuse("wrong-phase");
    const now = platform.clock.now();
    await client.query("UPDATE assembly SET passes_asked_at = $2 WHERE id = $1", [assemblyId, now]);
    await journal(platform, client, { personId, assemblyId, action: "pass.asked" });
    return ok({ value: null });
  });
}

/**
 * Job process: writes the next slice of passes that were asked for and not yet mailed. Reads what
 * is missing each time, so a run more or less, or a process that died, harms nothing.
 */
export async function mailPasses(
  platform: Platform,
  keys: WayInKeys,
  made: Map<string, number>,
): Promise<number> {
  const { rows } = await platform.pool.query<{ id: string; asked: Date }>(
    `SELECT id, passes_asked_at AS asked FROM assembly
     WHERE passes_asked_at IS NOT NULL AND phase IN ('convened', 'live')`,
  );
  let written = 0;
  for (const { id, asked } of rows) {
    // Once a process and demand: to ask who lacks one costs more than a slice of mails.
    if (made.get(id) !== asked.getTime()) {
      const head = await assemblyById(platform.pool, id);
      if (head) await makePasses(platform, keys, await passAssembly(platform.pool, head));
      made.set(id, asked.getTime());
    }
    written += await mailSlice(platform, keys, id);
  }
  return written;
}

type Unmailed = {
  personId: string;
  serial: number;
  name: string;
  language: string;
  address: string;
  title: Translated;
  day: string;
};

async function mailSlice(platform: Platform, keys: WayInKeys, assemblyId: string): Promise<number> {
  return inTransaction(platform.pool, async (client) => {
    const { rows } = await client.query<Unmailed>(
      `SELECT e.person_id AS "personId", e.serial, p.language, p.email AS address, a.title,
         a.day::text AS day,
         ${nameOf("p")} AS name
       FROM entry_pass e JOIN person p ON p.id = e.person_id JOIN assembly a ON a.id = e.assembly_id
       WHERE e.assembly_id = $1 AND e.mailed_at IS NULL AND p.email IS NOT NULL
         AND p.email_status <> 'bounced'
       ORDER BY e.person_id LIMIT ${SLICE} FOR UPDATE OF e SKIP LOCKED`,
      [assemblyId],
    );
    if (rows.length === 0) return 0;
    await writeMails(
      platform,
      client,
      rows.map((row) => mailOf(platform, keys, assemblyId, row)),
    );
    await client.query(
      `UPDATE entry_pass SET mailed_at = $3 WHERE assembly_id = $1 AND person_id = ANY($2::uuid[])`,
      [assemblyId, rows.map((row) => row.personId), platform.clock.now()],
    );
    return rows.length;
  });
}

function mailOf(
  { env }: Platform,
  keys: WayInKeys,
  assemblyId: string,
  row: Unmailed,
): MailToWrite {
  const { personId, name, address, serial, title, day } = row;
  const language = isLanguage(row.language) ? row.language : "fr";
  const token = keys.passToken(assemblyId, personId, serial);
  return {
    recipient: { personId, name, language, address },
    content: {
      kind: "pass",
      link: `${env.publicUrl}/e/${token}`,
      assembly: inLanguage(title, language)?.value ?? "",
      date: formatDate(language, day),
    },
  };
}
