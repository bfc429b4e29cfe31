import { describe, expect, it } from "vitest";
import { formPayload } from "#app/features/live-session/form-payload.ts";
import { DEFAULT_MINUTES } from "#domain/codev/steps.ts";
import { CODEV_COMMANDS } from "#wire/codev.ts";
import { CODEV_SESSION_COMMANDS } from "#wire/codev-session.ts";

const ID = "0198a3a0-0000-7000-8000-000000000001";
const OTHER = "0198a3a0-0000-7000-8000-000000000002";
const cycle = { cycleId: ID };
const session = { sessionId: ID };
const person = { personId: OTHER };
const wish = { language: "fr", mode: "room", officeId: "bruxelles" };
const minutes = Object.fromEntries(Object.entries(DEFAULT_MINUTES).map(([k, v]) => [k, `${v}`]));

type Fields = Record<string, string | string[]>;

/** What a browser posts of each form of a page, without a script: every field is text. */
const FORMS: Record<keyof typeof CODEV_COMMANDS | keyof typeof CODEV_SESSION_COMMANDS, Fields> = {
  "codev.apply": { ...wish, sector: "music", trade: "batteuse", slots: ["tue-evening"] },
  "codev.withdraw": {},
  "codev.declare-conflict": { registerNo: "S 10 204", kind: "competitor" },
  "codev.retract-conflict": { ...person, kind: "competitor" },
  "codev.accept-clause": { ...cycle, clause: "listen" },
  "codev.decline": cycle,
  "codev.leave": cycle,
  "codev.write-subject": { ...session, text: "Un tarif qui ne passe pas" },
  "codev.excuse": { ...session, coming: "false" },
  "codev.take-date": session,
  "codev.ask-swap": { turnId: ID, otherTurnId: OTHER },
  "codev.answer-swap": { swapId: ID, agree: "true" },
  "codev.withdraw-swap": { swapId: ID },
  "codev.answer-newcomer": { ...cycle, ...person, agree: "true" },
  "codev.evaluate": { ...session, useful: "4", safe: "3", act: "2", comment: "" },
  "codev.evaluate-cycle": {
    ...cycle,
    actions: "some",
    recommend: "4",
    learnings: ["asking", "alone"],
  },
  "codev.keep-plan": session,
  "codev.remove-plan": { planId: ID },
  "codev.answer-follow-up": { ...session, outcome: "partly", note: "" },
  "codev.add-file": { registerNo: "S 10 204" },
  "codev.remove-file": person,
  "codev.join-pool": {
    ...{ languages: ["fr", "nl"], modes: ["room"], officeId: "", slots: ["tue-evening"] },
    capacity: "2",
  },
  "codev.note-interview": { applicationId: ID, notes: "" },
  "codev.clear-pair": cycle,
  "codev.hold-file": { ...cycle, ...person },
  "codev.postpone": session,
  "codev.record-session": { ...session, presentIds: [ID, OTHER], clientIds: [ID] },
  "codev.report-session": { ...session, mood: "4", debrief: "" },
  "codev.make-cycle": {
    ...{ ...wish, name: "Mardis soir", place: "", link: "", memberId: ID, supportId: OTHER },
    ...{ personIds: [ID, OTHER, ID, OTHER], first: "2026-12-01T19:00", minutes: "120" },
    ...{ intervalDays: "28", holidays: "2026-12-25 2027-01-01" },
  },
  "codev.change-cycle": { ...cycle, place: "Salle 2", link: "" },
  "codev.replace-facilitator": { ...cycle, ...person, side: "support" },
  "codev.propose-newcomer": { ...cycle, ...person },
  "codev.start-cycle": cycle,
  "codev.add-date": { ...cycle, startsAt: "2026-12-01T19:00" },
  "codev.move-session": { ...session, startsAt: "2026-12-01T19:00" },
  "codev.close-cycle": cycle,
  "codev.cancel-cycle": cycle,
  "codev.set-training": { ...person, stage: "ready", trainedOn: "" },
  "codev-session.act": {
    ...session,
    kind: "extend",
    step: "expose",
    turn: "1",
    minutes: "5",
    seen: "0",
  },
  "codev-session.attend": { ...session, ...person, on: "true" },
  "codev-session.choose-client": { ...session, ...person },
  "codev-session.contract": { ...session, text: "Aidez-moi à dire non" },
  "codev-session.note": { ...session, about: "plan", text: "" },
  "codev-session.park": { ...session, line: "Les factures" },
  "codev-session.unpark": { ...session, line: "Les factures" },
  "codev-session.plan": { ...session, ...minutes },
  "codev-session.close": { ...session, mood: "4", keepNotes: "on" },
};

function posted(type: string, fields: Fields): FormData {
  const form = new FormData();
  form.set("intent", type);
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  return form;
}

describe("a form without scripts", () => {
  const schemas = { ...CODEV_COMMANDS, ...CODEV_SESSION_COMMANDS };

  it.each(Object.keys(schemas) as (keyof typeof FORMS)[])("says what %s carries", (type) => {
    const payload = formPayload(type, posted(type, FORMS[type]));
    const parsed = schemas[type].safeParse(payload);
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it("says no where a box is left empty, and several where several are ticked", () => {
    const close = formPayload(
      "codev-session.close",
      posted("codev-session.close", FORMS["codev-session.close"]),
    );
    expect(close).toMatchObject({ incident: false, keepNotes: true });
    const end = FORMS["codev.evaluate-cycle"];
    expect(formPayload("codev.evaluate-cycle", posted("codev.evaluate-cycle", end))).toMatchObject({
      learnings: ["asking", "alone"],
    });
  });

  it("that is not one of its page's carries nothing", () => {
    for (const [type, schema] of Object.entries(schemas)) {
      const strange = { ...FORMS[type as keyof typeof FORMS], forged: "1" };
      const payload = formPayload(type as keyof typeof FORMS, posted(type, strange));
      expect(schema.safeParse(payload).success, type).toBe(false);
    }
  });
});
