import { useEffect, useState, useSyncExternalStore } from "react";
import { courseOf, type Seat } from "#domain/codev/course.ts";
import type { Refusal } from "#domain/kernel/result.ts";
import type { CodevSessionPage, FacilitatorRoomView, MyCodevView } from "#wire/codev-session.ts";
import type { CodevAudience } from "#wire/codev-session.ts";
import { newCommandId } from "#app/features/live-session/command-id.ts";
import { postAct } from "#app/features/live-session/post-act.ts";
import { liveConnection } from "#app/features/live-session/socket.ts";
import { sendCommand } from "#app/features/live-session/use-command.ts";
import { useRoom, useServerNow } from "#app/features/live-session/use-room.ts";
import { ActQueue, EMPTY_QUEUE, type QueuedAct } from "./act-queue.ts";
import type { Desk } from "./desk.ts";

/** A session as the facilitators' page is loaded with it. */
export type LoadedDesk = CodevSessionPage<FacilitatorRoomView> & { loadedAt: number };

/** The name of a room; the wire module would bring zod along. */
export function roomOf(sessionId: string, audience: CodevAudience): string {
  return `codev/${sessionId}/${audience}`;
}

/**
 * The desk of a session: what the server knows and what this device did, read as one. It goes on
 * while the network is away; what was done then is sent later with its time.
 */
export function useSessionDesk(loaded: LoadedDesk): {
  view: FacilitatorRoomView;
  mine: MyCodevView;
  desk: Desk;
  unsent: number;
  refusal: Refusal | undefined;
} {
  const { id } = loaded.view.session;
  const { view } = useRoom(roomOf(id, "facilitator"), loaded);
  const { view: mine } = useRoom(roomOf(id, "mine"), { view: loaded.mine });
  const now = useServerNow(loaded.loadedAt);
  const [queue] = useState(() => new ActQueue(id, (act) => send(id, act)));
  const { waiting, refusal } = useSyncExternalStore(
    queue.subscribe,
    queue.current,
    () => EMPTY_QUEUE,
  );
  useEffect(() => queue.start(), [queue]);
  useEffect(() => queue.heard(view.acts), [queue, view.acts]);

  const by: Seat = mine.seat ?? "lead";
  const acts = [...Object.values(view.acts), ...waiting.map((act) => ({ ...act, by }))];
  const { minutes } = view.session;
  const course = courseOf(acts, minutes);
  const peers = Object.values(view.peers).sort((a, b) => a.order - b.order);
  const desk: Desk = {
    sessionId: id,
    course,
    minutes,
    now,
    peers,
    clientId: view.clientIds[course.turn - 1],
    secondClientId: view.clientIds[1],
    contract: mine.contract,
    press: (act) =>
      queue.add({
        ...act,
        ...{ id: newCommandId(), at: liveConnection.now(), step: course.step, turn: course.turn },
      }),
  };
  return { view, mine, desk, unsent: waiting.length, refusal };
}

/** Live, or posted where no socket ever worked. */
function send(sessionId: string, act: QueuedAct) {
  const payload = { ...act, sessionId };
  return liveConnection.everConnected
    ? sendCommand("codev-session.act", payload)
    : postAct("codev", "codev-session.act", payload);
}
