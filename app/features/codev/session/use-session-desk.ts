import { courseOf } from "#domain/codev/course.ts";
import type { FacilitatorRoomView } from "#wire/codev-session.ts";
import { useServerNow } from "#app/features/live-session/use-room.ts";
import type { Desk } from "./desk.ts";
import { type Device, type LoadedPage, useDevice } from "./use-device.ts";

/** A session as the facilitators' page is loaded with it. */
export type LoadedDesk = LoadedPage<FacilitatorRoomView>;

/** The desk of a session: where it stands by what the server knows and what was done here. */
export function useSessionDesk(loaded: LoadedDesk): Device<FacilitatorRoomView> & { desk: Desk } {
  const device = useDevice(loaded, "facilitator");
  const now = useServerNow(loaded.loadedAt);
  const { view, mine, put } = device;
  const { minutes } = view.session;
  const course = courseOf(Object.values(view.acts), minutes);
  const desk: Desk = {
    sessionId: view.session.id,
    course,
    minutes,
    now,
    peers: Object.values(view.peers).sort((a, b) => a.order - b.order),
    clientId: view.clientIds[course.turn - 1],
    secondClientId: view.clientIds[1],
    contract: mine.contract,
    press: (act) => put("codev-session.act", { ...act, step: course.step, turn: course.turn }),
  };
  return { ...device, desk };
}
