import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PersonActor, ROLES } from "#domain/kernel/actor.ts";
import { localTime } from "#domain/kernel/local-time.ts";
import { leaveLab } from "#server/features/smartlab/join.ts";
import { labPage } from "#server/features/smartlab/lab-page.ts";
import { labWorkHome } from "#server/features/smartlab/work/home.ts";
import { code } from "../live-session/session.ts";
import { createLabWorld, type LabWorld } from "./lab-world.ts";

const SECRET = "confidentiel-du-groupe";
const DAY_MS = 86_400_000;

let world: LabWorld;
/** One of everything that a group has inside. */
const piece: Record<string, string> = {};

beforeAll(async () => {
  world = await createLabWorld();
  const { lab, people, done, feature, pool } = world;
  const { ana } = people;
  const labId = lab.id;
  const title = SECRET;
  piece["labId"] = labId;
  await done(ana, "lab.charter-write", { labId, number: 0, text: SECRET });
  await done(ana, "lab.task-add", { labId, title });
  const starts = { 1: localTime(new Date(Date.now() + 3 * DAY_MS)) };
  await done(ana, "lab.dates-ask", { labId, title, lasts: "60", starts });
  const begun = await done<{ minutesId: string }>(ana, "lab.minutes-begin", { labId, title });
  piece["minutesId"] = begun.minutesId;
  await done(ana, "lab.minutes-save", { minutesId: begun.minutesId, base: "", text: SECRET });
  const thread = { labId, title, text: SECRET };
  Object.assign(piece, await done<{ threadId: string }>(ana, "lab.thread-begin", thread));
  const proposed = { labId, title, text: SECRET, way: "consent" };
  Object.assign(piece, await done<{ decisionId: string }>(ana, "lab.decision-propose", proposed));
  await done(ana, "lab.decision-question", { decisionId: piece["decisionId"], text: SECRET });
  const content = new TextEncoder().encode(SECRET);
  await feature.addDocument(ana, { labId, title, fileName: "x.txt", content });
  const idOf = async (table: string) =>
    (await pool.query<{ id: string }>(`SELECT id FROM ${table} LIMIT 1`)).rows[0]?.id ?? "";
  piece["taskId"] = await idOf("lab_task");
  piece["pollId"] = await idOf("lab_date_poll");
  piece["optionId"] = await idOf("lab_date_option");
  piece["postId"] = await idOf("lab_post");
  piece["questionId"] = await idOf("lab_decision_question");
  piece["documentId"] = await idOf("lab_document");
});
afterAll(() => world.close());

/** Every act of the inside, as a browser of the group would send it. */
const acts = (): [type: string, payload: object][] => {
  const { labId, minutesId, taskId, pollId, optionId, threadId, postId } = piece;
  const { decisionId, questionId, documentId } = piece;
  const text = "x";
  return [
    ["lab.charter-write", { labId, number: 1, text }],
    ["lab.charter-agree", { labId, number: 1 }],
    ["lab.task-add", { labId, title: text }],
    ["lab.task-change", { taskId, title: text }],
    ["lab.task-done", { taskId, on: true }],
    ["lab.task-remove", { taskId }],
    ["lab.dates-ask", { labId, title: text, lasts: 60, starts: { 1: "2030-01-01T18:00" } }],
    ["lab.dates-answer", { pollId, answers: { [optionId ?? ""]: "yes" } }],
    ["lab.dates-choose", { pollId, optionId }],
    ["lab.dates-drop", { pollId }],
    ["lab.document-show", { documentId, visibility: "public" }],
    ["lab.document-remove", { documentId }],
    ["lab.thread-begin", { labId, title: text, text }],
    ["lab.post-write", { threadId, text }],
    ["lab.post-edit", { postId, text }],
    ["lab.post-delete", { postId }],
    ["lab.decision-propose", { labId, title: text, text, way: "consent" }],
    ["lab.decision-question", { decisionId, text }],
    ["lab.decision-explain", { questionId, text }],
    ["lab.decision-call", { decisionId }],
    ["lab.decision-stance", { decisionId, version: 1, stance: "consent" }],
    ["lab.decision-amend", { decisionId, version: 1, text }],
    ["lab.decision-adopt", { decisionId, version: 1 }],
    ["lab.decision-withdraw", { decisionId }],
    ["lab.decision-vote", { decisionId, options: [] }],
    ["lab.decision-count", { decisionId }],
    ["lab.minutes-begin", { labId, title: text }],
    ["lab.minutes-write", { minutesId, update: "AAA=" }],
    ["lab.minutes-save", { minutesId, base: "", text }],
    ["lab.minutes-keep", { minutesId }],
    ["lab.minutes-restore", { minutesId, number: 1 }],
    ["lab.minutes-propose", { minutesId }],
    ["lab.minutes-agree", { minutesId }],
    ["lab.minutes-reopen", { minutesId }],
    ["lab.minutes-approve", { minutesId }],
    ["lab.minutes-show", { minutesId, visibility: "public" }],
  ];
};

/** Everything that can be asked of the inside. */
async function everythingAskedBy(actor: PersonActor | { kind: "anonymous" }): Promise<unknown[]> {
  const { feature, lab, platform, pool } = world;
  const { slug } = lab;
  const { minutesId = "", threadId = "", decisionId = "", documentId = "" } = piece;
  return Promise.all([
    labPage(platform, actor, slug),
    feature.minutesList(actor, slug),
    feature.minutes(actor, { slug, minutesId }),
    feature.minutesState(actor, { minutesId, since: 0 }),
    feature.threads(actor, { slug, page: 1 }),
    feature.thread(actor, { slug, threadId }),
    feature.tasks(actor, slug),
    feature.decisions(actor, slug),
    feature.decision(actor, { slug, decisionId }),
    feature.dates(actor, slug),
    feature.charter(actor, slug),
    feature.documents(actor, slug),
    feature.document(actor, { slug, documentId }),
    feature.rooms.authorise(actor, minutesId, "writer"),
    feature.talkRooms.authorise(actor, lab.id, "group"),
    actor.kind === "person" ? labWorkHome(platform, { actor, language: "fr" }) : [],
    pool.query("SELECT details FROM notice WHERE person_id = $1", [
      actor.kind === "person" ? actor.personId : null,
    ]),
  ]);
}

describe("who has no place in a lab", () => {
  it("does nothing inside it: every act there is refuses, and names no piece", async () => {
    const { feature, people, run } = world;
    expect(
      acts()
        .map(([type]) => type)
        .sort(),
    ).toEqual(Object.keys(feature.commands).sort());
    for (const [type, payload] of acts()) {
      expect([type, code(await run(people.stranger, type, payload))]).toEqual([
        type,
        "lab-people-only",
      ]);
    }
  });

  it("reads nothing of it, whatever is asked", async () => {
    const inside = JSON.stringify(await everythingAskedBy(world.people.bo));
    expect(inside.split(SECRET).length).toBeGreaterThan(10);
    const { stranger } = world.people;
    const office = ROLES.map((role) => ({
      ...stranger,
      grants: [{ role, body: "cooperative" as const }],
    }));
    for (const actor of [stranger, ...office, { kind: "anonymous" as const }]) {
      expect(JSON.stringify(await everythingAskedBy(actor))).not.toContain(SECRET);
    }
  });

  it("hears no more of it from the moment they leave", async () => {
    const { people, platform, said, lab, feature } = world;
    expect(code(await leaveLab(platform, people.bo, { labId: lab.id }))).toBe("ok");
    await platform.outbox.drain();
    expect(said).toContainEqual(expect.objectContaining({ person: people.bo.personId }));
    expect(code(await feature.talkRooms.authorise(people.bo, lab.id, "group"))).toBe(
      "lab-people-only",
    );
    const asked = JSON.stringify((await everythingAskedBy(people.bo)).slice(0, -1));
    expect(asked).not.toContain(SECRET);
  });
});
