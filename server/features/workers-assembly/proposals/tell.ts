import type { ClientBase } from "pg";
import type { Notice } from "#wire/notifications.ts";
import type { Platform } from "../../../platform/platform.ts";
import { notify } from "../../notifications/notify.ts";
import type { Client, Edition } from "../edition.ts";

type Teller = Pick<Platform, "clock" | "outbox">;

/** The notices about one offer: settled together when it is over. */
export const mergeKey = (mergeId: string) => `proposal-merge:${mergeId}`;

/** Whoever wrote one of several is asked whether it goes on in another wording. */
export async function tellAuthors(
  platform: Teller,
  client: ClientBase,
  {
    edition,
    mergeId,
    ids,
    to,
  }: { edition: Edition; mergeId: string; ids: readonly string[]; to: readonly string[] },
): Promise<void> {
  for (const id of ids) {
    const { title, authors } = await behind(client, id, "author");
    const asked = authors.filter((one) => to.includes(one));
    const notice = noticeOn(edition, { id, title }, "proposal-merge-asked", mergeKey(mergeId));
    await notify(platform, client, notice, asked);
  }
}

/** Those behind what was merged learn where it goes on. */
export async function tellOfMerged(
  platform: Teller,
  client: ClientBase,
  { edition, id, to }: { edition: Edition; id: string; to: readonly string[] },
): Promise<void> {
  const { title } = await behind(client, id, "author");
  await notify(
    platform,
    client,
    {
      ...noticeOn(edition, { id, title }, "proposal-merged", `proposal-merged:${id}`),
      urgency: "digest",
    },
    to,
  );
}

/** The coordination asks whoever wrote it something, without learning who that is. */
export async function tellOfQuestion(
  platform: Teller,
  client: ClientBase,
  { edition, id, questionId }: { edition: Edition; id: string; questionId: string },
): Promise<void> {
  const { title, authors } = await behind(client, id, "author");
  const key = `proposal-question:${questionId}`;
  await notify(
    platform,
    client,
    noticeOn(edition, { id, title }, "proposal-question", key),
    authors,
  );
}

async function behind(client: Client, id: string, part: "author") {
  const { rows } = await client.query<{ title: string; authors: string[] }>(
    `SELECT p.sentence AS title, (SELECT coalesce(array_agg(b.person_id::text), '{}')
       FROM proposal_person b WHERE b.proposal_id = p.id AND b.part = $2) AS authors
     FROM proposal p WHERE p.id = $1`,
    [id, part],
  );
  return rows[0]!;
}

function noticeOn(
  edition: Edition,
  { id, title }: { id: string; title: string },
  kind: Notice["kind"],
  key: string,
): Notice {
  return {
    kind,
    key,
    urgency: "soon",
    body: "cooperative",
    link: `/workers-assembly/${edition.slug}/proposals/${id}`,
    details: { item: title, assembly: edition.titles },
  };
}
