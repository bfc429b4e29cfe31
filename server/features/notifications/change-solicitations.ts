import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import { ok, refuse, type Result } from "#domain/kernel/result.ts";
import type { Notice, NoticeKind } from "#wire/notifications.ts";
import type { CancelledSolicitation, MovedSolicitation } from "#wire/solicitations.ts";
import { isoDay } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";
import { arranging, askedKey } from "./arrange-solicitations.ts";
import { notify, settle } from "./notify.ts";
import { alreadyAsked } from "./solicitations.ts";

type Asked = { id: string; key: string; titles: Translated; answerBy: string | null };

/** What is still promised, held while it changes. */
async function hold(client: PoolClient, solicitationId: string): Promise<Asked | undefined> {
  const { rows } = await client.query<Asked>(
    `SELECT id, key, titles, ${isoDay("answer_by")} AS "answerBy" FROM solicitation
     WHERE id = $1 AND answered_at IS NULL AND cancelled_at IS NULL FOR NO KEY UPDATE`,
    [solicitationId],
  );
  return rows[0];
}

type Told = {
  kind: Extract<NoticeKind, `solicitation-${string}`>;
  key: string;
  details?: Notice["details"];
};

/** Everybody who was asked hears what becomes of it. */
async function tellAsked(
  platform: Platform,
  client: PoolClient,
  { id, titles }: Asked,
  { kind, key, details }: Told,
): Promise<void> {
  const notice: Notice = {
    kind,
    body: "cooperative",
    link: `/solicitations#request-${id}`,
    details: { title: titles, ...details },
    key,
    urgency: "digest",
  };
  await notify(platform, client, notice, await alreadyAsked(client, id));
}

/** Says what became of a request; everybody who was asked is told. */
export function answerSolicitation(
  platform: Platform,
  actor: Actor,
  { solicitationId, became }: { solicitationId: string; became: Translated },
): Promise<Result<null>> {
  return arranging(platform, actor, async (client) => {
    const asked = await hold(client, solicitationId);
    if (!asked) return refuse("changed-meanwhile");
    await client.query("UPDATE solicitation SET became = $2, answered_at = $3 WHERE id = $1", [
      solicitationId,
      JSON.stringify(became),
      platform.clock.now(),
    ]);
    const told = { kind: "solicitation-answered", key: `answered:${solicitationId}` } as const;
    await tellAsked(platform, client, asked, told);
    return ok(null);
  });
}

/** Calls a request off: nobody needs to answer any more, and whoever was asked reads why. */
export function cancelSolicitation(
  platform: Platform,
  actor: Actor,
  { solicitationId, reason }: CancelledSolicitation,
): Promise<Result<null>> {
  return arranging(platform, actor, async (client, { personId }) => {
    const asked = await hold(client, solicitationId);
    if (!asked) return refuse("changed-meanwhile");
    const now = platform.clock.now();
    await client.query("UPDATE solicitation SET cancelled_at = $2 WHERE id = $1", [asked.id, now]);
    await client.query(
      `INSERT INTO solicitation_change (solicitation_id, kind, reason, changed_at, changed_by)
       VALUES ($1, 'cancelled', $2, $3, $4)`,
      [asked.id, JSON.stringify(reason), now, personId],
    );
    await settle(platform, client, askedKey(asked.key));
    const key = `cancelled:${asked.id}`;
    await tellAsked(platform, client, asked, {
      kind: "solicitation-cancelled",
      key,
      details: { reason },
    });
    return ok(null);
  });
}

/** Promises the answer for another day, with a reason that stays; whoever was asked is told. */
export function moveSolicitation(
  platform: Platform,
  actor: Actor,
  { solicitationId, answerBy, reason }: MovedSolicitation,
): Promise<Result<null>> {
  return arranging(platform, actor, async (client, { personId }) => {
    const now = platform.clock.now();
    const asked = await hold(client, solicitationId);
    if (!asked?.answerBy) return refuse("changed-meanwhile");
    if (answerBy <= dayInBrussels(now)) return refuse("bad-input");
    if (answerBy === asked.answerBy) return ok(null);
    await client.query("UPDATE solicitation SET answer_by = $2 WHERE id = $1", [
      asked.id,
      answerBy,
    ]);
    await client.query(
      `INSERT INTO solicitation_change
         (solicitation_id, kind, from_day, to_day, reason, changed_at, changed_by)
       VALUES ($1, 'moved', $2, $3, $4, $5, $6)`,
      [asked.id, asked.answerBy, answerBy, JSON.stringify(reason), now, personId],
    );
    await tellAsked(platform, client, asked, {
      kind: "solicitation-moved",
      key: `moved:${asked.id}:${answerBy}:${now.getTime()}`,
      details: { answerOn: answerBy, reason },
    });
    return ok(null);
  });
}
