import type { ClientBase } from "pg";
import type { Language, Translated } from "../../app/domain/kernel/languages.ts";
import { LANGUAGES } from "../../app/domain/kernel/languages.ts";
import { takeRoll } from "../../server/features/live-session/take-roll.ts";
import { AGENDA_2023, AGENDA_2024, AGENDA_WITHOUT_QUORUM } from "./assembly-agendas-past.ts";
import type { SeedItem } from "./assembly-agendas.ts";
import { AGENDA_TODAY } from "./assembly-agendas.ts";
import type { SeedDocument } from "./assembly-documents.ts";
import { ORDINARY_DOCUMENTS } from "./assembly-documents.ts";
import { statutesDocuments } from "./assembly-documents-statutes.ts";
import { ASSEMBLY } from "./assembly-ids.ts";
import { insertRows } from "./batch.ts";
import { addDays, brusselsInstant } from "./days.ts";
import { demoId } from "./ids.ts";

/** One assembly as the other parts of the seed see it. */
export type SeededAssembly = {
  id: string;
  slug: string;
  kind: "ordinary" | "extraordinary" | "mixed";
  phase: "convened" | "closed";
  day: string;
  startsAt: Date;
  agenda: readonly SeedItem[];
  /** Agenda item ids by key. */
  itemIds: ReadonlyMap<string, string>;
};

export type SeededAssemblies = Record<
  Exclude<keyof typeof ASSEMBLY, "inPreparation">,
  SeededAssembly
>;

/** The assemblies of the demo and their agendas; rolls are taken for those whose votes are kept. */
export async function seedAssemblies(
  client: ClientBase,
  profileVersion: string,
  today: string,
  coopted: string,
): Promise<SeededAssemblies> {
  const assemblies = plan(today);
  const all = Object.values(assemblies);
  await insertRows(
    client,
    "assembly",
    ASSEMBLY_COLUMNS,
    all.map((assembly) => ({
      id: assembly.id,
      slug: assembly.slug,
      kind: assembly.kind,
      title: titleOf(assembly),
      day: assembly.day,
      starts_at: assembly.startsAt,
      place: assembly === assemblies.of2023 ? "" : "Bruxelles – Brussel",
      phase: assembly.phase,
      profile_version: profileVersion,
      demo: true,
    })),
  );
  await insertRows(client, "agenda_item", ITEM_COLUMNS, all.flatMap(itemRows));
  const documents = [...ORDINARY_DOCUMENTS, ...statutesDocuments(coopted)];
  await insertRows(
    client,
    "item_document",
    DOCUMENT_COLUMNS,
    documents
      .flatMap((document) => documentRows(document, assemblies.ofToday))
      .map((row, at) => ({ id: demoId("document", at + 1), ...row })),
  );
  for (const assembly of [assemblies.of2024, assemblies.withoutQuorum]) {
    await freezeRoll(client, assembly);
  }
  return assemblies;
}

function plan(today: string): SeededAssemblies {
  const year = today.slice(0, 4);
  const firstMeeting = addDays(today, -28);
  return {
    of2023: assemblyOn("2023-06-20", "of2023", "ag-2023", "ordinary", AGENDA_2023, 1),
    of2024: assemblyOn("2024-06-18", "of2024", "ag-2024", "ordinary", AGENDA_2024, 11),
    withoutQuorum: assemblyOn(
      firstMeeting,
      "withoutQuorum",
      `age-${firstMeeting.slice(0, 4)}`,
      "extraordinary",
      AGENDA_WITHOUT_QUORUM,
      21,
    ),
    ofToday: assemblyOn(today, "ofToday", `ag-${year}`, "mixed", AGENDA_TODAY, 31),
  };
}

function assemblyOn(
  day: string,
  key: keyof typeof ASSEMBLY,
  slug: string,
  kind: SeededAssembly["kind"],
  agenda: readonly SeedItem[],
  firstItem: number,
): SeededAssembly {
  return {
    id: ASSEMBLY[key],
    slug,
    kind,
    phase: key === "ofToday" ? "convened" : "closed",
    day,
    startsAt: brusselsInstant(day, "17:20"),
    agenda,
    itemIds: new Map(agenda.map((item, at) => [item.key, demoId("item", firstItem + at)])),
  };
}

const KIND_NAMES: Record<SeededAssembly["kind"], Record<Language, string>> = {
  ordinary: {
    fr: "Assemblée générale ordinaire",
    nl: "Gewone algemene vergadering",
    de: "Ordentliche Generalversammlung",
    en: "Ordinary general assembly",
  },
  extraordinary: {
    fr: "Assemblée générale extraordinaire",
    nl: "Buitengewone algemene vergadering",
    de: "Außerordentliche Generalversammlung",
    en: "Extraordinary general assembly",
  },
  mixed: {
    fr: "Assemblée générale ordinaire et extraordinaire",
    nl: "Gewone en buitengewone algemene vergadering",
    de: "Ordentliche und außerordentliche Generalversammlung",
    en: "Ordinary and extraordinary general assembly",
  },
};

const LINKS: Record<Language, string> = { fr: "du", nl: "van", de: "vom", en: "of" };

function titleOf({ kind, day }: SeededAssembly): Translated {
  return Object.fromEntries(
    LANGUAGES.map((language) => {
      const format = new Intl.DateTimeFormat(`${language}-BE`, {
        dateStyle: "long",
        timeZone: "UTC",
      });
      return [
        language,
        `${KIND_NAMES[kind][language]} ${LINKS[language]} ${format.format(Date.parse(day))}`,
      ];
    }),
  );
}

function itemRows({ id, agenda, itemIds, phase }: SeededAssembly) {
  return agenda.map(({ key, purpose, title, summary, minutes }, at) => ({
    id: itemIds.get(key),
    assembly_id: id,
    position: at + 1,
    purpose,
    phase: phase === "closed" ? "done" : "upcoming",
    title,
    summary,
    minutes,
  }));
}

function documentRows({ item, texts, authoritative }: SeedDocument, assembly: SeededAssembly) {
  return Object.entries(texts).map(([language, { title, body }]) => ({
    item_id: assembly.itemIds.get(item),
    title,
    language,
    authoritative: authoritative.some((one) => one === language),
    body,
  }));
}

async function freezeRoll(client: ClientBase, { id, day }: SeededAssembly): Promise<void> {
  await takeRoll(client, id, new Date(`${day}T12:00:00Z`));
  await client.query("update assembly set roll_as_of = $2 where id = $1", [id, day]);
}

const ASSEMBLY_COLUMNS = {
  id: "uuid",
  slug: "text",
  kind: "text",
  title: "jsonb",
  day: "date",
  starts_at: "timestamptz",
  place: "text",
  phase: "AssemblyPhase",
  profile_version: "text",
  demo: "bool",
};

const ITEM_COLUMNS = {
  id: "uuid",
  assembly_id: "uuid",
  position: "int",
  purpose: "ItemPurpose",
  phase: "ItemPhase",
  title: "jsonb",
  summary: "jsonb",
  minutes: "int",
};

const DOCUMENT_COLUMNS = {
  id: "uuid",
  item_id: "uuid",
  title: "text",
  language: "text",
  authoritative: "bool",
  body: "text",
};
