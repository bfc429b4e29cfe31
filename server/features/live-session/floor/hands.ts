import type { ClientBase } from "pg";
import type { Language } from "#domain/kernel/languages.ts";
import type {
  Hand,
  HandKind,
  SpeakingChannel,
  SpokenTurn,
  Turn,
} from "#domain/live-session/speaking.ts";
import { speakingOrder } from "#domain/live-session/speaking.ts";
import { epochMs } from "../../../platform/instants.ts";
import { AUTHOR_NAME } from "../question-columns.ts";

type Client = Pick<ClientBase, "query">;

/** A hand that waits, with whose it is. */
export type RaisedHand = Hand & { personId: string | null; name: string; language: Language };

const NAME = `CASE WHEN h.person_id IS NULL THEN h.name ELSE ${AUTHOR_NAME} END`;

// Somebody who only made a point of order has not spoken yet.
const HAS_SPOKEN = `EXISTS (SELECT FROM hand earlier
  WHERE earlier.assembly_id = h.assembly_id AND earlier.id <> h.id
    AND earlier.kind = 'contribution' AND earlier.started_at IS NOT NULL
    AND (earlier.person_id = h.person_id
      OR (h.person_id IS NULL AND lower(earlier.name) = lower(h.name))))`;

/** The hands that wait in an assembly, in the order of their turns. */
export async function turnsOf(client: Client, assemblyId: string): Promise<Turn<RaisedHand>[]> {
  const { rows } = await client.query<{ hands: RaisedHand[]; last: SpeakingChannel | null }>({
    name: "hands-raised",
    text: `SELECT
      coalesce((SELECT json_agg(json_build_object('id', h.id, 'personId', h.person_id,
          'kind', h.kind, 'channel', h.channel, 'language', h.language, 'name', ${NAME},
          'raisedAt', ${epochMs("h.raised_at")}, 'hasSpoken', ${HAS_SPOKEN}))
        FROM hand h LEFT JOIN person p ON p.id = h.person_id
        WHERE h.assembly_id = $1 AND h.state = 'raised'), '[]') AS hands,
      (SELECT h.channel FROM hand h
        WHERE h.assembly_id = $1 AND h.kind = 'contribution' AND h.started_at IS NOT NULL
        ORDER BY h.started_at DESC LIMIT 1) AS last`,
    values: [assemblyId],
  });
  const [row] = rows;
  return speakingOrder(row?.hands ?? [], row?.last ?? undefined);
}

export type SpeakerRow = {
  id: string;
  name: string;
  kind: HandKind;
  channel: SpeakingChannel;
  language: Language;
  startedAt: number;
  until: number;
};

/** Whether the floor is open, who has it, and the turns that are over. */
export async function floorOf(client: Client, assemblyId: string) {
  const { rows } = await client.query<{
    open: boolean;
    secondsEach: number;
    speaker: SpeakerRow | null;
    spoken: SpokenTurn[];
  }>({
    name: "floor",
    text: `SELECT coalesce(f.open, false) AS open, coalesce(f.seconds_each, 120) AS "secondsEach",
      (SELECT json_build_object('id', h.id, 'name', ${NAME}, 'kind', h.kind,
          'channel', h.channel, 'language', h.language,
          'startedAt', ${epochMs("h.started_at")}, 'until', ${epochMs("h.until")})
        FROM hand h LEFT JOIN person p ON p.id = h.person_id
        WHERE h.assembly_id = $1 AND h.state = 'speaking') AS speaker,
      coalesce((SELECT json_agg(json_build_object('kind', h.kind, 'channel', h.channel,
          'language', h.language, 'startedAt', ${epochMs("h.started_at")}, 'endedAt', ${epochMs("h.ended_at")},
          'firstTime', NOT EXISTS (SELECT FROM hand earlier
            WHERE earlier.assembly_id = $1 AND earlier.kind = 'contribution'
              AND earlier.started_at < h.started_at
              AND (earlier.person_id = h.person_id
                OR (h.person_id IS NULL AND lower(earlier.name) = lower(h.name))))))
        FROM hand h WHERE h.assembly_id = $1 AND h.state = 'spoken'), '[]') AS spoken
      FROM (SELECT $1::uuid AS id) a LEFT JOIN floor f ON f.assembly_id = a.id`,
    values: [assemblyId],
  });
  const [row] = rows;
  if (!row) throw new Error("a row without a table");
  return row;
}

/** Everybody whose hand is up: a hand that comes or goes moves the turns of all. */
export async function peopleWaiting(client: Client, assemblyId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT person_id AS id FROM hand
     WHERE assembly_id = $1 AND state IN ('raised', 'speaking') AND person_id IS NOT NULL`,
    [assemblyId],
  );
  return rows.map(({ id }) => id);
}
