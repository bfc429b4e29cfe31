import type { ClientBase } from "pg";
import { keepFigures } from "../../server/features/programme/take-figures.ts";
import type { SeededAssembly } from "./assembly.ts";
import { insertRows } from "./batch.ts";
import { addDays, brusselsInstant } from "./days.ts";
import { demoId } from "./ids.ts";
import { persona } from "./personas.ts";
import { type Place, placesOf, SITE_COLUMNS, siteRow } from "./programme-places.ts";
import {
  type PlannedSession,
  seedRegistrations,
  type SeededSession,
} from "./programme-registrations.ts";
import {
  AT_A_STOP,
  FACILITATORS,
  FORMAL,
  HEARD,
  LUNCH,
  NOTED,
  PLENARY,
  RESULTS,
  type SeedMoment,
  WORKSHOP_SUMMARY,
} from "./programme-texts.ts";
import { WORKSHOPS } from "./programme-workshops.ts";
import type { SeededRandom } from "./random.ts";

/**
 * The programme of today's assembly: three cities and online with twenty workshops, and the tour
 * before it with what was heard. Houses, hours and texts are invented, and say so.
 */
export async function seedProgramme(
  client: ClientBase,
  random: SeededRandom,
  assembly: SeededAssembly,
  members: readonly string[],
): Promise<void> {
  const places = placesOf(assembly.day);
  await insertRows(
    client,
    "site",
    SITE_COLUMNS,
    places.map((place, at) => siteRow(assembly, place, at)),
  );
  const sessions = sessionsOf(assembly, places).map(
    (session, at): SeededSession => ({
      ...session,
      id: demoId("session", at + 1),
    }),
  );
  await insertRows(
    client,
    "programme_session",
    SESSION_COLUMNS,
    sessions.map((session) => ({ ...session, assembly_id: assembly.id })),
  );
  await insertRows(
    client,
    "programme_session_item",
    { session_id: "uuid", item_id: "uuid" },
    sessions.flatMap(({ id, item }) =>
      item ? [{ session_id: id, item_id: assembly.itemIds.get(item) }] : [],
    ),
  );
  await seedRegistrations(client, random, sessions, members);
  await seedTexts(client, places, sessions);
  await keepFigures(client, assembly.id, addDays(assembly.day, -35));
}

function sessionsOf(assembly: SeededAssembly, places: readonly Place[]): PlannedSession[] {
  const stops = places.filter(({ kind }) => kind === "stop");
  const today = places.filter(({ kind }) => kind !== "stop");
  return [
    ...stops.flatMap((place) => AT_A_STOP.map((one) => momentAt(place, one, 70))),
    ...today.flatMap((place) =>
      place.kind === "online"
        ? [{ ...PLENARY, registers: false }, FORMAL, RESULTS].map((one) => momentAt(place, one))
        : [PLENARY, LUNCH, FORMAL, RESULTS].map((one) => momentAt(place, one, place.seats)),
    ),
    ...WORKSHOPS.map((_, at) => workshopAt(today, at)),
  ];
}

function momentAt(place: Place, one: SeedMoment, capacity?: number): PlannedSession {
  return {
    site_id: place.id,
    kind: one.kind,
    title: one.title,
    summary: one.summary,
    facilitators: {},
    languages: `{${place.languages.join(",")}}`,
    starts_at: brusselsInstant(place.day, one.from),
    ends_at: brusselsInstant(place.day, one.to),
    room: place.kind === "online" ? "" : "Grande salle – Grote zaal",
    registers: one.registers,
    capacity: one.registers ? capacity : undefined,
    rapporteur_id: place.kind === "stop" ? persona("facilitator").personId : undefined,
    item: one.item,
  };
}

const SLOTS: readonly [string, string][] = [
  ["11:15", "12:30"],
  ["14:00", "15:15"],
  ["15:30", "16:45"],
];
// Of twenty, ten in the main room's house, five and four in the others, one online.
const HOUSES = [0, 1, 0, 2, 0, 1, 0, 2, 0, 1, 0, 2, 0, 1, 0, 2, 0, 1, 0, 3];

function workshopAt(today: readonly Place[], at: number): PlannedSession {
  const workshop = WORKSHOPS[at]!;
  const house = HOUSES[at]!;
  const place = today[house]!;
  const slot = SLOTS[at % SLOTS.length]!;
  const [first] = place.languages;
  return {
    site_id: place.id,
    kind: "workshop",
    title: workshop.title,
    summary: WORKSHOP_SUMMARY[workshop.sourced ? "sourced" : "invented"],
    facilitators: FACILITATORS[at % FACILITATORS.length]!,
    languages: place.languages.length > 1 && at % 4 === 0 ? "{fr,nl}" : `{${first ?? "fr"}}`,
    starts_at: brusselsInstant(place.day, slot[0]),
    ends_at: brusselsInstant(place.day, slot[1]),
    room: place.kind === "online" ? "" : `Salle – Zaal ${1 + Math.floor(at / 4)}`,
    registers: true,
    capacity: 12 + (at % 5) * 6,
    rapporteur_id: at % 5 === 0 ? persona("facilitator").personId : undefined,
    item: workshop.item,
  };
}

/** Syntheses of all stops but one, which is late; notes of three workshops. */
async function seedTexts(
  client: ClientBase,
  places: readonly Place[],
  sessions: readonly SeededSession[],
): Promise<void> {
  const written_by = persona("facilitator").personId;
  const stops = places.filter(({ kind }) => kind === "stop");
  await insertRows(
    client,
    "stop_synthesis",
    {
      site_id: "uuid",
      due_days: "int",
      texts: "jsonb",
      revision: "int",
      written_by: "uuid",
      written_at: "timestamptz",
      published_at: "timestamptz",
    },
    stops.map(({ id, slug, day }) => {
      const texts = HEARD[slug.replace("etape-", "")];
      const at = brusselsInstant(addDays(day, 5), "11:00");
      return texts
        ? {
            site_id: id,
            due_days: 7,
            texts,
            revision: 1,
            written_by,
            written_at: at,
            published_at: at,
          }
        : { site_id: id, due_days: 7, texts: {}, revision: 0 };
    }),
  );
  const noted = sessions.filter(({ site_id, kind }) => {
    return kind === "workshop" && stops.slice(0, 3).some(({ id }) => id === site_id);
  });
  await insertRows(
    client,
    "programme_note",
    {
      session_id: "uuid",
      texts: "jsonb",
      revision: "int",
      written_by: "uuid",
      written_at: "timestamptz",
      published_at: "timestamptz",
    },
    noted.map(({ id, ends_at }) => ({
      session_id: id,
      texts: NOTED,
      revision: 1,
      written_by,
      written_at: ends_at,
      published_at: ends_at,
    })),
  );
}

const SESSION_COLUMNS = {
  id: "uuid",
  assembly_id: "uuid",
  site_id: "uuid",
  kind: "text",
  title: "jsonb",
  summary: "jsonb",
  facilitators: "jsonb",
  languages: "text[]",
  starts_at: "timestamptz",
  ends_at: "timestamptz",
  room: "text",
  registers: "bool",
  capacity: "int",
  rapporteur_id: "uuid",
};
