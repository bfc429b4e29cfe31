import { describe, expect, it } from "vitest";
import type { Actor, Body, PersonActor, Role } from "#domain/kernel/actor.ts";
import { ROLES } from "#domain/kernel/actor.ts";
import { apartId, type ApartPlace } from "#domain/kernel/apart.ts";
import type { Action } from "#domain/kernel/can.ts";
import { ACTIONS, assemblySubject, can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { PersonId } from "#domain/kernel/ids.ts";

const HERE = assemblySubject("here");

function person(grants: { role: Role; body: Body }[] = [], isMember = false): Actor {
  return {
    kind: "person",
    personId: "p" as PersonId,
    sessionHash: "h",
    name: "Anna",
    language: "fr",
    isMember,
    grants,
  };
}

// The whole table once more, written the other way round: what each role adds to a plain person.
const ANYBODY: Action[] = ["assembly.read"];
const SIGNED_IN: Action[] = [
  ...ANYBODY,
  "session.enter",
  "question.write",
  "question.support",
  "decision.cast",
  "poll.answer",
  "mandate.give",
  "programme.register",
  "minutes.read",
  "lab.propose",
  "lab.join",
  "lab.work",
  "codev.join-pool",
  "codev.take-part",
  "codev.keep-files",
  "ledger.support",
  "survey.answer",
];
const MEMBER: Action[] = [...SIGNED_IN, "codev.apply"];
const PROGRAMME: Action[] = ["programme.note", "programme.synthesise"];
const ADDS: Record<Role, Action[]> = {
  organiser: [
    ...PROGRAMME,
    "programme.arrange",
    "solicitation.arrange",
    "proof.read",
    "lab.support",
    "codev.organise",
    "ledger.write",
    "ledger.answer-assembly",
    "ledger.answer-advocacy",
    "ledger.follow",
    "campaign.create",
    "register.read",
    "role.grant",
    "person.help-sign-in",
    "assembly.create",
    "assembly.prepare",
    "assembly.convene",
    "session.rehearse",
    "session.show-screen",
    "notice.send",
    "incident.note",
    "decision.prepare",
    "decision.reset",
    "urn.watch",
    "urn.restart",
    "door.keep",
    "entry.show",
    "attendance.export",
    "mandate.list",
    "minutes.watch",
    "questions.arrange",
  ],
  chair: [
    "debate.facilitate",
    "session.chair",
    "session.show-screen",
    "session.read-aloud",
    "notice.send",
    "incident.note",
    "decision.open",
    "decision.close",
    "decision.publish",
    "decision.draw-lot",
    "decision.cast-tie",
    "decision.see-uncounted",
    "urn.watch",
    "urn.ask-opening",
    "entry.show",
    "mandate.list",
    "minutes.watch",
    "floor.queue",
    "questions.arrange",
    "questions.draw-slot",
    "poll.run",
  ],
  secretary: [
    ...PROGRAMME,
    "programme.arrange",
    "proof.read",
    "assembly.prepare",
    "assembly.convene",
    "session.note-answers",
    "session.show-screen",
    "session.read-aloud",
    "notice.send",
    "incident.note",
    "decision.prepare",
    "decision.reset",
    "decision.see-uncounted",
    "urn.watch",
    "urn.restart",
    "paper.enter",
    "door.keep",
    "entry.show",
    "attendance.export",
    "mandate.list",
    "mandate.register",
    "minutes.watch",
    "minutes.write",
    "floor.queue",
    "question.translate",
    "questions.arrange",
    "questions.read-journal",
    "ledger.write",
  ],
  scrutineer: [
    "decision.draw-lot",
    "decision.see-uncounted",
    "urn.keep",
    "urn.watch",
    "paper.enter",
    "attendance.export",
    "mandate.list",
    "minutes.watch",
    "question.judge-appeal",
    "questions.read-journal",
  ],
  moderator: [
    "debate.facilitate",
    "session.moderate",
    "session.show-screen",
    "entry.show",
    "session.read-aloud",
    "floor.queue",
    "question.write-for",
    "question.translate",
    "question.judge-appeal",
    "questions.draw-slot",
    "questions.read-journal",
    "poll.run",
  ],
  facilitator: [
    "debate.facilitate",
    ...PROGRAMME,
    "session.read-aloud",
    "question.write-for",
    "question.translate",
    "question.judge-appeal",
    "ledger.write",
    "ledger.contest",
  ],
  director: ["ledger.answer-board", "ledger.follow"],
  desk: [
    "person.help-sign-in",
    "ballot.assist",
    "paper.give",
    "paper.enter",
    "door.keep",
    "entry.show",
    "mandate.list",
    "mandate.register",
  ],
  register_keeper: ["register.read", "register.import", "person.help-sign-in"],
  support_staff: ["lab.support", "ledger.answer-advocacy", "ledger.follow"],
  steward: ["door.keep", "entry.show", "floor.queue"],
};

const BODIES: Body[] = ["cooperative", "board", "assembly:here", "assembly:elsewhere"];

describe("what a role may do", () => {
  const cases = ROLES.flatMap((role) => BODIES.map((body) => ({ role, body })));
  it.each(cases)("$role of $body, in an assembly", ({ role, body }) => {
    const actor = person([{ role, body }]);
    const counts = body === "cooperative" || body === "assembly:here";
    const expected = new Set([...SIGNED_IN, ...(counts ? ADDS[role] : [])]);
    expect(ACTIONS.filter((action) => can(actor, action, HERE))).toEqual(
      ACTIONS.filter((action) => expected.has(action)),
    );
  });

  it.each(cases)("$role of $body, in the cooperative as a whole", ({ role, body }) => {
    const actor = person([{ role, body }]);
    const expected = new Set([...SIGNED_IN, ...(body === "cooperative" ? ADDS[role] : [])]);
    expect(ACTIONS.filter((action) => can(actor, action, COOPERATIVE))).toEqual(
      ACTIONS.filter((action) => expected.has(action)),
    );
  });
});

describe("what anybody may do", () => {
  it.each([
    ["nobody known", { kind: "anonymous" } as Actor, ANYBODY],
    ["a guest", person(), SIGNED_IN],
    ["a member", person([], true), MEMBER],
    ["the system", { kind: "system" } as Actor, [...ACTIONS]],
  ])("%s", (_, actor, expected) => {
    expect(ACTIONS.filter((action) => can(actor, action, HERE))).toEqual(
      ACTIONS.filter((action) => expected.includes(action)),
    );
  });

  it("adds what several roles may do, each in its body", () => {
    const actor = person([
      { role: "moderator", body: "assembly:here" },
      { role: "chair", body: "assembly:elsewhere" },
    ]);
    expect(can(actor, "session.moderate", HERE)).toBe(true);
    expect(can(actor, "session.chair", HERE)).toBe(false);
    expect(can(actor, "session.chair", assemblySubject("elsewhere"))).toBe(true);
  });
});

describe("what anybody may do in an assembly of workers", () => {
  const ID = apartId("00000000-0000-4000-8000-000000000001");
  const THERE = assemblySubject(ID);
  const at = (part: ApartPlace["part"], grants: { role: Role; body: Body }[] = []): Actor => ({
    ...(person(grants, true) as PersonActor),
    apart: [{ assemblyId: ID, part }],
  });
  const NEVER: Action[] = ["assembly.convene", "mandate.give", "mandate.list", "mandate.register"];
  const inOrder = (expected: Action[]) =>
    ACTIONS.filter((action) => expected.includes(action) && !NEVER.includes(action));
  const allowed = (actor: Actor) => ACTIONS.filter((action) => can(actor, action, THERE));

  it.each(ROLES)("%s over the whole platform may nothing, not even enter", (role) => {
    expect(allowed(person([{ role, body: "cooperative" }], true))).toEqual([]);
  });

  it.each(ROLES)("%s of the assembly may nothing without a place in it", (role) => {
    expect(allowed(person([{ role, body: THERE.body }], true))).toEqual([]);
  });

  it("is closed to whoever is not known, and open to the schedule", () => {
    expect(allowed({ kind: "anonymous" })).toEqual([]);
    expect(allowed({ kind: "system" })).toEqual([...ACTIONS]);
  });

  it("is for its workers what an assembly is for a member", () => {
    expect(allowed(at("worker"))).toEqual(inOrder(MEMBER));
  });

  it.each(["chair", "scrutineer", "secretary"] as const)(
    "lets a worker who is its %s act as one",
    (role) => {
      const given = allowed(at("worker", [{ role, body: THERE.body }]));
      expect(given).toEqual(inOrder([...MEMBER, ...ADDS[role]]));
    },
  );

  it("gives a worker nothing there for a right over the whole platform", () => {
    const worker = at("worker", [{ role: "moderator", body: "cooperative" }]);
    expect(can(worker, "session.moderate", THERE)).toBe(false);
    expect(can(worker, "session.moderate", HERE)).toBe(true);
  });

  it("lets observers read and nothing else, whatever role they were given", () => {
    expect(allowed(at("observer", [{ role: "chair", body: THERE.body }]))).toEqual([
      "assembly.read",
    ]);
  });

  it("gives nothing in another one", () => {
    const other = apartId("00000000-0000-4000-8000-000000000002");
    expect(can(at("worker"), "assembly.read", assemblySubject(other))).toBe(false);
  });
});
