import { describe, expect, it } from "vitest";
import type { QueuedCommand, SessionCommand } from "#app/features/codev/session/device-queue.ts";
import { isTold, type Shown, withWaiting } from "#app/features/codev/session/waiting.ts";
import { courseOf } from "#domain/codev/course.ts";
import { DEFAULT_MINUTES, STEPS } from "#domain/codev/steps.ts";
import type { FacilitatorRoomView, PeerView } from "#wire/codev-session.ts";

const peer = (personId: string, order: number): PeerView => ({
  ...{ personId, order, initials: personId, name: `Nom ${personId}` },
  ...{ present: false, excused: false, served: false },
});
const SHOWN: Shown<FacilitatorRoomView> = {
  view: {
    session: {
      ...{ id: "s", cycleId: "c", position: 1, state: "planned", mode: "room", startsAt: 0 },
      minutes: DEFAULT_MINUTES,
    },
    acts: {},
    peers: { a: peer("a", 0), b: peer("b", 1) },
    clientIds: ["a"],
  },
  mine: { part: "facilitator", seat: "second", parking: ["Les factures"] },
  notes: { "pair-notes": "Avant" },
};

let made = 0;
const command = (type: SessionCommand, payload: object): QueuedCommand => ({
  id: `id-${made++}`,
  type,
  payload: { sessionId: "s", ...payload },
});

const ALL: QueuedCommand[] = [
  command("codev-session.attend", { personId: "a", on: true, at: 1 }),
  command("codev-session.choose-client", { personId: "b" }),
  command("codev-session.act", { kind: "open", step: "opening", at: 2 }),
  command("codev-session.act", { kind: "next", step: "opening", at: 3 }),
  command("codev-session.contract", { text: "Dire non", at: 4 }),
  command("codev-session.park", { line: "Le calendrier" }),
  command("codev-session.unpark", { line: "Les factures" }),
  command("codev-session.note", { about: "pair-notes", text: "Après", at: 5 }),
];

describe("what waits on a device", () => {
  it("is shown at once, as the server will tell it", () => {
    const { view, mine, notes } = withWaiting(SHOWN, ALL);
    expect(view.peers["a"]?.present).toBe(true);
    expect(view.clientIds).toEqual(["b"]);
    expect(view.session.state).toBe("open");
    expect(courseOf(Object.values(view.acts), DEFAULT_MINUTES)).toMatchObject({
      ...{ phase: "running", step: "expose", since: 3 },
    });
    expect(Object.values(view.acts).map(({ by }) => by)).toEqual(["second", "second"]);
    expect(mine).toMatchObject({ contract: "Dire non", clientName: "Nom b" });
    expect(mine.parking).toEqual(["Le calendrier"]);
    expect(notes).toEqual({ "pair-notes": "Après" });
  });

  it("is told once the page shows it without the device", () => {
    const told = withWaiting(SHOWN, ALL);
    for (const one of ALL) {
      expect(isTold(told, one), one.type).toBe(true);
      const always = one.type === "codev-session.note";
      expect(isTold(SHOWN, one), one.type).toBe(always);
    }
  });

  it("plans minutes and closes", () => {
    const minutes = Object.fromEntries(STEPS.map((step) => [step, "9"]));
    const closing = command("codev-session.close", { mood: "4", at: 6 });
    const { view } = withWaiting(SHOWN, [command("codev-session.plan", minutes), closing]);
    expect(view.session).toMatchObject({ state: "closed", minutes: { expose: 9 } });
    expect(isTold({ ...SHOWN, view }, closing)).toBe(true);
  });

  it("of somebody who only writes touches nothing but their words", () => {
    const { session } = SHOWN.view;
    const course = {
      phase: "running",
      step: "contract",
      turn: 1,
      used: {},
      added: {},
      skipped: {},
    };
    const page = { view: { session, course }, mine: { part: "client" }, notes: {} } as never;
    const texts = ALL.filter(({ type }) => /contract|note/.test(type));
    expect(withWaiting<FacilitatorRoomView>(page, texts)).toEqual({
      view: { session, course },
      mine: { part: "client", contract: "Dire non" },
      notes: { "pair-notes": "Après" },
    });
  });
});
