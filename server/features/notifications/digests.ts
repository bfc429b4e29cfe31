import type { PoolClient } from "pg";
import { duePeriods, type Rhythm } from "#domain/notifications/digest-periods.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { composeDigest, type Dated } from "./compose-digest.ts";
import { quietUntil } from "./quiet-hours.ts";
import { READER, type ReaderRow, toRecipient } from "./readers.ts";
import { NOTICE } from "./say-notice.ts";
import type { UnsubscribeLinks } from "./unsubscribe.ts";
import { insertMails } from "./write-mail.ts";

/** Readers whose digests are written in one transaction. */
const PAGE = 500;
/** Of more than so many notices a digest says how many there are. */
const SHOWN = 25;
const BEFORE_ANYBODY = "00000000-0000-0000-0000-000000000000";

type Run = { rhythm: Rhythm; period: string };

/**
 * Job process: the digests that are due. It pages through those who have something waiting, by their
 * id; one row keeps how far it has come, in the transaction of the mails, so that a process that is
 * killed is followed by another from the very next person. Nobody gets two of one period, and none
 * that says nothing. Returns how many were written.
 */
export async function writeDigests(platform: Platform, links: UnsubscribeLinks): Promise<number> {
  let written = 0;
  for (const run of duePeriods(platform.clock.now())) {
    for (let page = await writePage(platform, links, run); page; ) {
      written += page.written;
      page = page.last ? undefined : await writePage(platform, links, run);
    }
  }
  return written;
}

type Page = { written: number; last: boolean };

/** One page of readers; undefined where nothing is left, or another process is at it. */
export function writePage(
  platform: Platform,
  links: UnsubscribeLinks,
  run: Run,
): Promise<Page | undefined> {
  return inTransaction(platform.pool, async (client) => {
    const now = platform.clock.now();
    const cursor = await lockRun(client, run.period, now);
    if (cursor === undefined) return undefined;
    const readers = await nextReaders(client, run.rhythm, cursor, now);
    const notices = await takeNotices(client, run.rhythm, readers);
    const mails = readers.flatMap((reader) => {
      const recipient = toRecipient(reader);
      const waiting = notices.get(reader.personId);
      if (!waiting || recipient.address === "") return [];
      const unsubscribe = links.url(reader.personId, "*");
      const digest = { rhythm: run.rhythm, ...waiting };
      const { publicUrl } = platform.env;
      const said = composeDigest(digest, recipient, { publicUrl, unsubscribe });
      return [{ recipient, ...said, notBefore: reader.notBefore, unsubscribe }];
    });
    await insertMails(platform, client, mails);
    const last = readers.length < PAGE;
    await client.query(
      `UPDATE digest_run SET cursor = coalesce($2, cursor), written = written + $3,
         finished_at = CASE WHEN $4 THEN $5::timestamptz END WHERE period = $1`,
      [run.period, readers.at(-1)?.personId ?? null, mails.length, last, now],
    );
    return { written: mails.length, last };
  });
}

/** How far the run has come; undefined where it is over or in another process's hands. */
async function lockRun(client: PoolClient, period: string, now: Date): Promise<string | undefined> {
  const locked = () =>
    client.query<{ cursor: string | null; over: boolean }>(
      `SELECT cursor, finished_at IS NOT NULL AS over FROM digest_run
       WHERE period = $1 FOR UPDATE SKIP LOCKED`,
      [period],
    );
  let { rows } = await locked();
  if (rows.length === 0) {
    await client.query(
      "INSERT INTO digest_run (period, started_at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
      [period, now],
    );
    ({ rows } = await locked());
  }
  const [run] = rows;
  return run && !run.over ? (run.cursor ?? BEFORE_ANYBODY) : undefined;
}

type DigestReader = ReaderRow & { notBefore: Date | null };

async function nextReaders(
  client: PoolClient,
  rhythm: Rhythm,
  cursor: string,
  now: Date,
): Promise<DigestReader[]> {
  const { rows } = await client.query<DigestReader>(
    `SELECT ${READER}, ${quietUntil("$4")} AS "notBefore"
     FROM (SELECT DISTINCT person_id FROM digest_line
       WHERE rhythm = $1 AND person_id > $2 ORDER BY person_id LIMIT $3) waiting
     JOIN person p ON p.id = waiting.person_id
     LEFT JOIN quiet_hours q ON q.person_id = p.id
     ORDER BY p.id`,
    [rhythm, cursor, PAGE, now],
  );
  return rows;
}

type Waiting = { notices: Dated[]; count: number };

/** What waits for these readers, newest first; from now on it waits no more. Nothing read or done. */
async function takeNotices(
  client: PoolClient,
  rhythm: Rhythm,
  readers: readonly DigestReader[],
): Promise<Map<string, Waiting>> {
  if (readers.length === 0) return new Map();
  const { rows } = await client.query<Dated & { personId: string; count: number; place: number }>(
    `WITH taken AS (
       DELETE FROM digest_line WHERE rhythm = $1 AND person_id = ANY($2::uuid[])
       RETURNING notice_id AS id
     )
     SELECT * FROM (
       SELECT ${NOTICE}, n.created_at AS at, n.person_id AS "personId",
         count(*) OVER (PARTITION BY n.person_id)::int AS count,
         row_number() OVER (PARTITION BY n.person_id ORDER BY n.created_at DESC, n.id DESC) AS place
       FROM taken JOIN notice n USING (id) WHERE n.read_at IS NULL AND n.settled_at IS NULL
     ) ranked WHERE place <= $3 ORDER BY "personId", place`,
    [rhythm, readers.map(({ personId }) => personId), SHOWN],
  );
  const byPerson = new Map<string, Waiting>();
  for (const { personId, count, ...notice } of rows) {
    const waiting = byPerson.get(personId);
    if (waiting) waiting.notices.push(notice);
    else byPerson.set(personId, { notices: [notice], count });
  }
  return byPerson;
}
