import type { ClientBase } from "pg";
import { insertRows } from "./batch.ts";
import { persona } from "./personas.ts";

const DAY_MS = 86_400_000;

const APPLICATION = {
  person_id: "uuid",
  state: "text",
  language: "text",
  mode: "text",
  office_id: "text",
  sector: "text",
  trade: "text",
  slots: "text[]",
  asked_at: "timestamptz",
  cycle_id: "uuid",
};
/** Who waits for a group in Brussels: two of one trade, whom no proposal puts together. */
const WAITING = [
  ["digital", "développeuse web"],
  ["digital", "Développeuse Web"],
  ["stage", "comédien"],
  ["music", "batteuse"],
  ["writing", "traductrice"],
  ["visual-arts", "illustrateur"],
  ["teaching", "formatrice d’adultes"],
  ["crafts", "menuisière"],
  ["care", "sophrologue"],
] as const;

/** Six who lead: the personas who do, and invented members. */
export async function seedPool(
  client: ClientBase,
  { french, dutch }: { french: string[]; dutch: string[] },
) {
  const pool = {
    member: persona("facilitator").personId,
    support: persona("secretary").personId,
    secondSupport: persona("organiser").personId,
    dutchMember: dutch[0] ?? "",
    dutchSupport: persona("desk").personId,
  };
  const evenings = ["tue-evening", "wed-evening", "thu-evening"];
  const ready = { stage: "ready", trained_on: "2024-03-14", slots: evenings, capacity: 2 };
  const modes = ["room", "online"];
  await insertRows(
    client,
    "codev_facilitator",
    {
      person_id: "uuid",
      side: "text",
      stage: "text",
      trained_on: "date",
      languages: "text[]",
      modes: "text[]",
      slots: "text[]",
      capacity: "int",
    },
    [
      { ...ready, person_id: pool.member, side: "member", languages: ["fr"], modes },
      { ...ready, person_id: pool.support, side: "support", languages: ["fr"], modes },
      { ...ready, person_id: pool.secondSupport, side: "support", languages: ["fr", "nl"], modes },
      { ...ready, person_id: pool.dutchMember, side: "member", languages: ["nl"], modes },
      { ...ready, person_id: pool.dutchSupport, side: "support", languages: ["nl", "en"], modes },
      {
        ...ready,
        person_id: french[0],
        side: "member",
        stage: "shadowing",
        languages: ["fr"],
        modes,
        capacity: 1,
      },
    ].map((row) => ({
      ...row,
      languages: `{${row.languages.join()}}`,
      modes: `{${row.modes.join()}}`,
      slots: `{${row.slots.join()}}`,
    })),
  );
  return pool;
}

/** As many as there are trades for. */
export async function seedWaiting(client: ClientBase, people: string[], now: Date): Promise<void> {
  await insertRows(
    client,
    "codev_application",
    APPLICATION,
    people.slice(0, WAITING.length).map((person_id, at) => ({
      person_id,
      state: at % 3 === 0 ? "interviewed" : "waiting",
      language: "fr",
      mode: "room",
      office_id: "bruxelles",
      sector: WAITING[at]?.[0],
      trade: WAITING[at]?.[1],
      slots: "{tue-evening,thu-evening}",
      asked_at: new Date(now.getTime() - (30 - at) * DAY_MS),
    })),
  );
}
