import type { ClientBase } from "pg";
import { four } from "./assembly-agendas.ts";
import { ASSEMBLY } from "./assembly-ids.ts";
import { addDays, brusselsInstant } from "./days.ts";
import { DEMO_PROFILE } from "./decisions-profile.ts";
import { demoId } from "./ids.ts";
import { persona } from "./personas.ts";

const VERSION = "demo-2";

/** Six weeks from today: time enough to read the convocation before it is sent. */
const AWAY = 42;

// Statutes that let members be represented, and end written questions six days before.
const PROFILE = {
  ...DEMO_PROFILE,
  questionDeadlineDays: { value: 6, article: "Statuts art. 34", status: "assumed" },
  channels: {
    ...DEMO_PROFILE.channels,
    proxy: { value: true, article: "Statuts art. 36", status: "assumed" },
  },
};

const ITEMS = [
  {
    purpose: "inform",
    title: four([
      "Ce que les procurations ont changé ailleurs",
      "Wat volmachten elders hebben veranderd",
      "Was Vollmachten anderswo verändert haben",
      "What proxies have changed elsewhere",
    ]),
  },
  {
    purpose: "debate",
    title: four([
      "Une ou plusieurs procurations par personne ?",
      "Eén of meer volmachten per persoon?",
      "Eine oder mehrere Vollmachten pro Person?",
      "One proxy a person, or several?",
    ]),
  },
  {
    purpose: "decide",
    title: four([
      "Règlement des procurations",
      "Reglement van de volmachten",
      "Ordnung der Vollmachten",
      "Rules for proxies",
    ]),
  },
] as const;

const TITLE = four([
  "Assemblée générale extraordinaire sur les procurations",
  "Buitengewone algemene vergadering over de volmachten",
  "Außerordentliche Generalversammlung über Vollmachten",
  "Extraordinary general assembly on proxies",
]);

/** Who represents whom there: two written mandates that the desk took. */
const MANDATES = [
  { giver: "member-fr", holder: "member-nl" },
  { giver: "member-de", holder: "facilitator" },
] as const;

/** An assembly that is being prepared: its convocation is to be read and sent, by whoever tries it. */
export async function seedNextAssembly(client: ClientBase, today: string): Promise<void> {
  const id = ASSEMBLY.inPreparation;
  const day = addDays(today, AWAY);
  await client.query(
    "insert into statute_profile (version, effective_from, values) values ($1, $2, $3)",
    [VERSION, today, PROFILE],
  );
  await client.query(
    `insert into assembly (id, slug, kind, title, day, starts_at, place, phase, profile_version, demo)
     values ($1, $2, 'extraordinary', $3, $4, $5, 'Namur', 'prepared', $6, true)`,
    [id, `age-${day.slice(0, 7)}`, TITLE, day, brusselsInstant(day, "18:30"), VERSION],
  );
  for (const [at, { purpose, title }] of ITEMS.entries()) {
    await client.query(
      `insert into agenda_item (id, assembly_id, position, purpose, title, minutes)
       values ($1, $2, $3, $4::"ItemPurpose", $5, 20)`,
      [demoId("item", 61 + at), id, at + 1, purpose, title],
    );
  }
  await client.query(
    `insert into mandate (assembly_id, giver_id, holder_id, state, given_at, answered_at)
     select $1, giver, holder, 'accepted', $4, $4 from unnest($2::uuid[], $3::uuid[]) as m (giver, holder)`,
    [
      id,
      MANDATES.map(({ giver }) => persona(giver).personId),
      MANDATES.map(({ holder }) => persona(holder).personId),
      brusselsInstant(today, "09:00"),
    ],
  );
}
