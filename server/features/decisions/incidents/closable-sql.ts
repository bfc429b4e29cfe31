import type { ClientBase } from "pg";
import { closableFrom, type HeardStream } from "#domain/live-session/stage/remote-ears.ts";

/**
 * From when on something that was announced at `announcedAt` may be closed, because whoever follows
 * a stream has heard of it and had a minute (rules 1.8); undefined where nothing is streamed. For
 * votes, and for whatever else the room and those elsewhere take part in together.
 */
export async function closableAt(
  client: Pick<ClientBase, "query">,
  assemblyId: string,
  announcedAt: Date,
): Promise<Date | undefined> {
  const { rows } = await client.query<HeardStream>(
    `SELECT t.stream->>'embed' AS embed, (t.stream->>'delay')::int AS delay
     FROM site t WHERE t.assembly_id = $1 AND t.kind <> 'stop'`,
    [assemblyId],
  );
  const streams = rows.map(({ embed, delay }) => ({
    ...(embed ? { embed } : {}),
    ...(typeof delay === "number" ? { delay } : {}),
  }));
  const instant = closableFrom(announcedAt.getTime(), streams);
  return instant === undefined ? undefined : new Date(instant);
}
