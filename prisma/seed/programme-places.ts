import type { Language } from "../../app/domain/kernel/languages.ts";
import type { SeededAssembly } from "./assembly.ts";
import type { Row } from "./batch.ts";
import { addDays, brusselsInstant } from "./days.ts";
import { demoId } from "./ids.ts";
import { ACCESS, STOP_ACCESS } from "./programme-texts.ts";

export type Place = {
  id: string;
  slug: string;
  kind: "main" | "satellite" | "online" | "stop";
  name: string;
  city: string;
  day: string;
  languages: Language[];
  seats?: number;
};

// Seven cities in ten days (S-05), as May lies before June; which day is which city's is invented.
const STOPS: readonly [slug: string, city: string, before: number, languages: Language[]][] = [
  ["liege", "Liège", 34, ["fr"]],
  ["namur", "Namur", 33, ["fr"]],
  ["gent", "Gent", 31, ["nl"]],
  ["antwerpen", "Antwerpen", 30, ["nl"]],
  ["charleroi", "Charleroi", 27, ["fr"]],
  ["mons", "Mons", 26, ["fr"]],
  ["bruxelles", "Bruxelles – Brussel", 25, ["fr", "nl"]],
];

/** The places of the day and the stops before it, in their order. */
export function placesOf(day: string): Place[] {
  const both: Language[] = ["fr", "nl"];
  const ofTheDay: Omit<Place, "id" | "day">[] = [
    {
      slug: "bruxelles",
      kind: "main",
      name: "La Grande Halle, Bruxelles – Brussel",
      city: "Bruxelles – Brussel",
      languages: both,
      seats: 600,
    },
    {
      slug: "liege",
      kind: "satellite",
      name: "La Manufacture, Liège",
      city: "Liège",
      languages: ["fr"],
      seats: 180,
    },
    {
      slug: "gent",
      kind: "satellite",
      name: "De Oude Drukkerij, Gent",
      city: "Gent",
      languages: ["nl"],
      seats: 140,
    },
    { slug: "en-ligne", kind: "online", name: "En ligne – Online", city: "", languages: both },
  ];
  const stops = STOPS.map(([slug, city, before, languages]) => ({
    slug: `etape-${slug}`,
    kind: "stop" as const,
    name: `CoopInsides, ${city}`,
    city,
    day: addDays(day, -before),
    languages,
    seats: 80,
  }));
  return [...ofTheDay.map((place) => ({ ...place, day })), ...stops].map((place, at) => ({
    ...place,
    id: demoId("site", at + 1),
  }));
}

export function siteRow(assembly: SeededAssembly, place: Place, at: number): Row {
  const stop = place.kind === "stop";
  const online = place.kind === "online";
  const office = place.slug.replace("etape-", "");
  return {
    id: place.id,
    assembly_id: assembly.id,
    slug: place.slug,
    kind: place.kind,
    name: place.name,
    city: place.city,
    office_id: online ? undefined : office,
    address: online ? "" : `Rue de l’Exemple ${10 + at}, ${place.city}`,
    position: at + 1,
    starts_at: brusselsInstant(place.day, stop ? "17:30" : "09:30"),
    ends_at: brusselsInstant(place.day, stop ? "21:30" : "21:00"),
    capacity: place.seats,
    languages: `{${place.languages.join(",")}}`,
    access: online ? {} : stop ? STOP_ACCESS : ACCESS,
    stream: stop ? {} : streamOf(place),
  };
}

/** Under a name that leads nowhere (RFC 2606): the demo sends nobody to a stranger. */
function streamOf({ slug }: Place): object {
  const at = (what: string) => `https://stream.example.org/${slug}/${what}`;
  return {
    embed: at("live"),
    captions: { fr: at("captions-fr"), nl: at("captions-nl") },
    interpretation: { nl: at("voice-nl"), fr: at("voice-fr") },
  };
}

export const SITE_COLUMNS = {
  id: "uuid",
  assembly_id: "uuid",
  slug: "text",
  kind: "text",
  name: "text",
  city: "text",
  office_id: "text",
  address: "text",
  position: "int",
  starts_at: "timestamptz",
  ends_at: "timestamptz",
  capacity: "int",
  languages: "text[]",
  access: "jsonb",
  stream: "jsonb",
};
