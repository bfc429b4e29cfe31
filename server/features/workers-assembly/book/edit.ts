import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { isBefore } from "#domain/workers-assembly/stage.ts";
import { translated } from "#wire/in-four.ts";
import type { BookGap, WorkersBookCommands } from "#wire/workers-book.ts";
import type { Platform } from "../../../platform/platform.ts";
import { notify } from "../../notifications/notify.ts";
import { gradedDemands } from "../day/graded-demands.ts";
import { type Client, type Edition, noteOn, onEdition } from "../edition.ts";
import { bookContent } from "./content.ts";
import { findDraft, publishedContent } from "./repository.ts";

/** Writes what stands around the demands: what the book is for, who came and how they were found. */
export function writeBook(
  platform: Platform,
  actor: Actor,
  { slug, revision, present, ...form }: WorkersBookCommands["workers-book.write"],
): Promise<Result<null>> {
  return onEdition(platform, actor, slug, async (client, edition) => {
    const { rowCount } = await client.query(
      `INSERT INTO demand_book AS b (workers_assembly_id, foreword, recruited, present, revision)
       SELECT $1, $2, $3, $4, 1 WHERE $5 = 0
         OR EXISTS (SELECT FROM demand_book WHERE workers_assembly_id = $1)
       ON CONFLICT (workers_assembly_id) DO UPDATE SET foreword = $2, recruited = $3, present = $4,
         revision = b.revision + 1 WHERE b.revision = $5`,
      [
        edition.id,
        translated(form, "foreword"),
        translated(form, "recruited"),
        present ?? null,
        revision,
      ],
    );
    return rowCount === 1 ? ok(null) : refuse("changed-meanwhile");
  });
}

/** The book as it would be published now, and what keeps it from being so. */
export async function draftOf(client: Client, edition: Edition) {
  const { around, revision } = await findDraft(client, edition.id);
  const graded = await gradedDemands(client, edition.id);
  const last = await publishedContent(client, edition.id);
  const book =
    graded.length > 0 ? await bookContent(client, edition, { around, graded }) : undefined;
  const content = book && JSON.stringify(book, null, 2);
  const missing: BookGap[] = [
    ...(book ? [] : ["not-graded" as const]),
    ...(Object.keys(around.recruited).length > 0 ? [] : ["recruited" as const]),
    ...(around.present === undefined ? ["present" as const] : []),
    ...(last && last.content === content ? ["nothing-changed" as const] : []),
  ];
  return { around, revision, book, content, missing, last };
}

/** Publishes the book as it stands, as its next version; what was published before stays. */
export function publishBook(
  platform: Platform,
  actor: Actor,
  { slug, ...form }: WorkersBookCommands["workers-book.publish"],
): Promise<Result<null>> {
  return onEdition(platform, actor, slug, async (client, edition, by) => {
    const { content, missing, last } = await draftOf(client, edition);
    if (!content || missing.length > 0) return refuse("book-not-ready");
    const changed = last ? translated(form, "changed") : {};
    if (last && Object.keys(changed).length === 0) return refuse("book-change-unsaid");
    const version = (last?.version ?? 0) + 1;
    const at = platform.clock.now();
    await client.query(
      `INSERT INTO demand_book_version
         (workers_assembly_id, version, content, hash, changed, published_on)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [edition.id, version, content, sha256(content), changed, dayInBrussels(at)],
    );
    if (isBefore(edition.stage, "booked")) {
      await client.query("UPDATE workers_assembly SET stage = 'booked' WHERE id = $1", [
        edition.id,
      ]);
    }
    const act = { actorId: by.personId, action: "workers-book.publish", editionId: edition.id, at };
    await noteOn(client, act);
    if (last) await tellSignatories(platform, client, edition, version);
    return ok(null);
  });
}

export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** Whoever signed another version hears that it changed, and may take their name from it. */
async function tellSignatories(
  platform: Platform,
  client: PoolClient,
  { id, slug, titles }: Edition,
  version: number,
): Promise<void> {
  const { rows } = await client.query<{ persons: string[] }>(
    `SELECT coalesce(array_agg(person_id), '{}') AS persons FROM book_signatory
     WHERE workers_assembly_id = $1 AND left_on IS NULL AND version < $2`,
    [id, version],
  );
  const notice = {
    kind: "book-changed",
    body: "cooperative",
    link: `/workers-assembly/${slug}/book`,
    details: { title: titles, version },
    key: `book-changed:${id}:${version}`,
    urgency: "soon",
  } as const;
  await notify(platform, client, notice, rows[0]!.persons);
}
