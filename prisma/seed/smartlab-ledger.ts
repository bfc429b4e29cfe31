import type { ClientBase } from "pg";
import { addMonths, answered, entered, type Standing } from "../../app/domain/ledger/life.ts";
import { dayInBrussels } from "../../app/domain/kernel/day.ts";
import { addDays, brusselsInstant } from "./days.ts";

type HandedOn = { id: string; title: string; text: string; language: string; closedAt: Date };

/** The recommendation that a lab of the demo takes up, by its words. */
const TAKEN_UP = {
  lab: "growing-my-activity",
  item: "Organiser des rencontres entre membres par secteur",
};

/**
 * What two labs handed on, as the ledger holds it: advocacy owes an answer that is late, the
 * assembly gave one. And the recommendation that another lab takes up. After labs and ledger.
 */
export async function seedLabsInLedger(client: ClientBase, today: string): Promise<void> {
  await enter(client, "psychopraticien-nes", "advocacy");
  const { id, day } = await enter(client, "conditions-de-remuneration", "assembly");
  const given = addDays(day, 90);
  const answer = answered(
    entered("assembly", day),
    { outcome: "accepted", promisedOn: addMonths(today, 3) },
    given,
  );
  if (!answer.ok) throw new Error(`the demo's ledger breaks a rule: ${answer.refusal.code}`);
  const words = {
    by: "assembly",
    reason: "Les quatre propositions sont portées dans le cahier de l’assemblée des travailleurs.",
    owner: "secrétariat de l’assemblée des travailleurs",
  };
  await move(client, id, { event: "answered", to: answer.value, day: given, words });
  await takeUp(client, today);
}

async function enter(client: ClientBase, slug: string, addressee: "advocacy" | "assembly") {
  const { rows } = await client.query<HandedOn>(
    `select id, outcome as title, made || E'\\n\\n' || hand_off_note as text, language,
       closed_at as "closedAt" from lab where slug = $1`,
    [slug],
  );
  const lab = rows[0]!;
  const day = dayInBrussels(lab.closedAt);
  const to = entered(addressee, day);
  const made = await client.query<{ id: string }>(
    `insert into ledger_item (kind, origin_feature, origin_id, addressee, language, title, text,
       state, due_on, entered_at)
     values ('hand-off', 'smartlab', $1, $2, $3, $4, $5, 'waiting', $6, $7) returning id`,
    [lab.id, addressee, lab.language, lab.title, lab.text, to.dueOn, lab.closedAt],
  );
  const { id } = made.rows[0]!;
  await client.query(
    `insert into ledger_version (item_id, revision, title, text, sections, at)
     values ($1, 0, $2, $3, '{}', $4)`,
    [id, lab.title, lab.text, lab.closedAt],
  );
  await client.query(
    `insert into ledger_person (item_id, person_id, role)
     select $1, person_id, 'author' from lab_person where lab_id = $2 and standing = 'joined'`,
    [id, lab.id],
  );
  await client.query("update lab set ledger_item = $2 where id = $1", [lab.id, id]);
  await move(client, id, { event: "entered", to, day });
  return { id, day };
}

type Step = { event: string; to: Standing; day: string; words?: object };

async function move(client: ClientBase, id: string, { event, to, day, words = {} }: Step) {
  const { state, addressee, outcome, progress, dueOn, promisedOn } = to;
  const standing = [id, state, addressee, outcome, progress, dueOn, promisedOn];
  await client.query(
    `update ledger_item set state = $2, addressee = $3, outcome = $4, progress = $5, due_on = $6,
       promised_on = $7 where id = $1`,
    standing,
  );
  await client.query(
    `insert into ledger_move (item_id, state, addressee, outcome, progress, due_on, promised_on,
       event, words, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [...standing, event, words, brusselsInstant(day, "10:00")],
  );
}

async function takeUp(client: ClientBase, today: string): Promise<void> {
  const { rows } = await client.query<{ labId: string; itemId: string; standing: Standing }>(
    `select l.id as "labId", i.id as "itemId", json_build_object('state', i.state,
       'addressee', i.addressee, 'outcome', i.outcome, 'progress', 'taken-up', 'dueOn', i.due_on,
       'promisedOn', i.promised_on) as standing
     from lab l, ledger_item i where l.slug = $1 and i.title = $2`,
    [TAKEN_UP.lab, TAKEN_UP.item],
  );
  const [found] = rows;
  if (!found) return;
  const { labId, itemId, standing } = found;
  await client.query("insert into ledger_lab (item_id, lab_id) values ($1, $2)", [itemId, labId]);
  await client.query("update lab set from_item = $2 where id = $1", [labId, itemId]);
  const day = addDays(today, -200);
  await move(client, itemId, { event: "taken-up", to: standing, day, words: { labId } });
}
