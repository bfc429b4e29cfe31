import type { CourseAct, Seat } from "#domain/codev/course.ts";
import { type StepMinutes, STEPS } from "#domain/codev/steps.ts";
import type {
  CodevSessionPage,
  FacilitatorRoomView,
  MyCodevView,
  PeerRoomView,
} from "#wire/codev-session.ts";
import type { QueuedCommand } from "./device-queue.ts";

/** What a page of a session shows; the facilitators' has the acts and the group besides. */
export type Shown<V extends PeerRoomView | FacilitatorRoomView> = {
  view: V;
  mine: MyCodevView;
  notes: CodevSessionPage<V>["notes"];
};

type Facts = Shown<FacilitatorRoomView>;

/** What the page shows once everything that waits on this device is counted in. */
export function withWaiting<V extends PeerRoomView | FacilitatorRoomView>(
  shown: Shown<V>,
  waiting: readonly QueuedCommand[],
): Shown<V> {
  // Participants only write: of their page nothing but the words is touched.
  return waiting.reduce<Facts>(done, shown as unknown as Facts) as unknown as Shown<V>;
}

/** Whether the page shows a command's effect without it. */
export function isTold(shown: Shown<PeerRoomView | FacilitatorRoomView>, command: QueuedCommand) {
  const { view, mine } = shown as Facts;
  const { payload } = command;
  switch (command.type) {
    case "codev-session.act":
      return view.acts?.[command.id] !== undefined;
    case "codev-session.attend":
      return view.peers[payload["personId"] as string]?.present === payload["on"];
    case "codev-session.choose-client":
      return view.clientIds[0] === payload["personId"];
    case "codev-session.contract":
      return mine.contract === (payload["text"] as string).trim();
    case "codev-session.park":
      return lines(mine).includes((payload["line"] as string).trim());
    case "codev-session.unpark":
      return !lines(mine).includes(payload["line"] as string);
    case "codev-session.close":
      return view.session.state === "closed";
    default:
      return true;
  }
}

function done(shown: Facts, command: QueuedCommand): Facts {
  const { view, mine, notes } = shown;
  const { payload } = command;
  const text = (name: string) => payload[name] as string;
  switch (command.type) {
    case "codev-session.act":
      return { ...shown, view: acted(view, command, mine.seat) };
    case "codev-session.attend":
      return { ...shown, view: attended(view, text("personId"), payload["on"] === true) };
    case "codev-session.choose-client": {
      const chosen = text("personId");
      const clientIds = [chosen, ...view.clientIds.slice(1).filter((id) => id !== chosen)];
      return {
        ...shown,
        view: { ...view, clientIds },
        mine: { ...mine, clientName: view.peers[chosen]?.name },
      };
    }
    case "codev-session.contract":
      return { ...shown, mine: { ...mine, contract: text("text") } };
    case "codev-session.park":
    case "codev-session.unpark":
      return { ...shown, mine: parked(mine, command) };
    case "codev-session.plan":
      return { ...shown, view: planned(view, payload) };
    case "codev-session.close":
      return { ...shown, view: { ...view, session: { ...view.session, state: "closed" } } };
    case "codev-session.note":
      return { ...shown, notes: { ...notes, [text("about")]: text("text") } };
  }
}

function acted(
  view: FacilitatorRoomView,
  { id, payload }: QueuedCommand,
  by: Seat = "lead",
): FacilitatorRoomView {
  const act = { ...payload, id, by } as unknown as CourseAct;
  const state = act.kind === "open" ? "open" : view.session.state;
  return { ...view, session: { ...view.session, state }, acts: { ...view.acts, [id]: act } };
}

function planned(view: FacilitatorRoomView, payload: QueuedCommand["payload"]) {
  const said = STEPS.map((step) => [step, Number(payload[step])] as const);
  const minutes = Object.fromEntries(said) as StepMinutes;
  return { ...view, session: { ...view.session, minutes } };
}

function parked(mine: MyCodevView, { type, payload }: QueuedCommand): MyCodevView {
  const line = payload["line"] as string;
  const others = lines(mine).filter((other) => other !== line);
  return { ...mine, parking: type === "codev-session.park" ? [...others, line] : others };
}

function attended(view: FacilitatorRoomView, personId: string, present: boolean) {
  const peer = view.peers[personId];
  if (!peer) return view;
  return { ...view, peers: { ...view.peers, [personId]: { ...peer, present } } };
}

const lines = ({ parking = [] }: MyCodevView) => parking;
