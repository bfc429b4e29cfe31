import type { ClientBase } from "pg";
import { speakingRatio, type TurnReason } from "#domain/live-session/speaking.ts";
import type { FloorView, MyHandView, WaitingHand } from "#wire/floor.ts";
import type { SharedAudience } from "../session-view.ts";
import { floorOf, type RaisedHand, turnsOf } from "./hands.ts";

type Client = Pick<ClientBase, "query">;

/** Who waits is the bureau's to see; everybody knows how many, and who has the floor. */
const SEES_HANDS: readonly SharedAudience[] = ["chair", "moderator"];

/** Speaking as one audience sees it. */
export async function floorView(
  client: Client,
  assemblyId: string,
  audience: SharedAudience,
): Promise<FloorView> {
  const { open, secondsEach, speaker, spoken } = await floorOf(client, assemblyId);
  const turns = await turnsOf(client, assemblyId);
  const waiting = (channel: "room" | "remote") =>
    turns.filter(({ hand }) => hand.channel === channel).length;
  return {
    open,
    secondsEach,
    ...(speaker ? { speaker } : {}),
    waiting: { room: waiting("room"), remote: waiting("remote") },
    hands: SEES_HANDS.includes(audience)
      ? Object.fromEntries(turns.map(({ hand, why }, at) => [hand.id, waitingHand(hand, at, why)]))
      : {},
    ratio: speakingRatio(spoken),
  };
}

/** A hand as the bureau sees it: by name, never by who that is in the register. */
function waitingHand(hand: RaisedHand, at: number, why: TurnReason): WaitingHand {
  const { id, name, kind, channel, language, hasSpoken, raisedAt } = hand;
  return { id, turn: at + 1, why, name, kind, channel, language, hasSpoken, raisedAt };
}

/** A person's own hand, if it is up. */
export async function myHand(
  client: Client,
  assemblyId: string,
  personId: string,
): Promise<MyHandView | undefined> {
  const { rows } = await client.query<Omit<MyHandView, "turn" | "why"> & { speaks: boolean }>({
    name: "my-hand",
    text: `SELECT id, kind, channel, state = 'speaking' AS speaks FROM hand
      WHERE assembly_id = $1 AND person_id = $2 AND state IN ('raised', 'speaking')`,
    values: [assemblyId, personId],
  });
  const [row] = rows;
  if (!row) return undefined;
  const { speaks, ...hand } = row;
  if (speaks) return { ...hand, turn: 0 };
  const turns = await turnsOf(client, assemblyId);
  const at = turns.findIndex((turn) => turn.hand.id === hand.id);
  const why = turns[at]?.why;
  return { ...hand, turn: at + 1, ...(why ? { why } : {}) };
}
