import type { ClientBase } from "pg";
import { evening, idOf, type LabAt } from "./lab-work-at.ts";

/** One that was amended after an objection and waits for the last answers, or was adopted at once. */
export async function seedConsent(client: ClientBase, at: LabAt) {
  const { title, before, objection, text } = at.text.consent;
  const decision = idOf(at, "decision", 0);
  const version = before ? 2 : 1;
  const when = evening(at.today, -6);
  await client.query(
    `insert into lab_decision (id, lab_id, title, way, phase, version, made_by, made_at, ended_at)
     values ($1, $2, $3, 'consent', $4, $5, $6, $7, $8)`,
    [
      decision,
      at.id,
      title,
      before ? "objecting" : "adopted",
      version,
      at.people[1],
      when,
      before ? null : evening(at.today, -2),
    ],
  );
  const texts = before ? [before, text] : [text];
  for (const [place, words] of texts.entries()) {
    await client.query("insert into lab_decision_version values ($1, $2, $3, $4, $5)", [
      decision,
      place + 1,
      words,
      at.people[1],
      when,
    ]);
  }
  const stance = (person: number, of: number, said: string, reason = "") =>
    client.query("insert into lab_decision_stance values ($1, $2, $3, $4, $5, $6)", [
      decision,
      of,
      at.people[person],
      said,
      reason,
      when,
    ]);
  if (objection) await stance(2, 1, "objection", objection);
  for (const person of [1, 2, 3]) await stance(person, version, "consent");
}

export async function seedVote(client: ClientBase, at: LabAt) {
  const { title, text, options } = at.text.vote;
  const decision = idOf(at, "decision", 1);
  const when = evening(at.today, -3);
  await client.query(
    `insert into lab_decision (id, lab_id, title, way, phase, made_by, made_at, method, options)
     values ($1, $2, $3, 'vote', 'voting', $4, $5, 'approval', $6)`,
    [decision, at.id, title, at.people[2], when, options],
  );
  await client.query("insert into lab_decision_version values ($1, 1, $2, $3, $4)", [
    decision,
    text,
    at.people[2],
    when,
  ]);
  for (const person of [2, 3]) {
    await client.query("insert into lab_decision_ballot values ($1, $2, $3, $4)", [
      decision,
      at.people[person],
      { kind: "approve", options: ["1", ...(person === 3 ? ["2"] : [])] },
      when,
    ]);
  }
}
