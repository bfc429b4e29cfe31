import type { ClientBase } from "pg";
import type { IncidentAct, IncidentKind } from "../../app/domain/live-session/stage/incident.ts";
import type { SeededAssemblies } from "./assembly.ts";
import { insertRows } from "./batch.ts";
import { demoId } from "./ids.ts";
import { persona } from "./personas.ts";

type SeedIncident = {
  assembly: keyof SeededAssemblies;
  /** After the beginning of the assembly. */
  minutes: number;
  kind: IncidentKind;
  act: IncidentAct;
  what: string;
};

/** Invented: what an incident log of a past assembly looks like. */
const INCIDENTS: readonly SeedIncident[] = [
  {
    assembly: "of2024",
    minutes: 24,
    kind: "stream",
    act: "note",
    what: "Le son de la diffusion s’est interrompu quatre minutes pendant le deuxième point ; le vote a été ouvert après son retour (inventé).",
  },
];

/** The incident logs of the demo's past assemblies, noted by the secretary. */
export async function seedStage(client: ClientBase, assemblies: SeededAssemblies): Promise<void> {
  const { personId: noted_by } = persona("secretary");
  const rows = INCIDENTS.map(({ assembly: key, minutes, kind, act, what }, index) => {
    const { id: assembly_id, startsAt } = assemblies[key];
    const at = new Date(startsAt.getTime() + minutes * 60_000);
    const id = demoId("incident", index + 1);
    return { id, assembly_id, kind, act, at, noted_at: at, noted_by, what };
  });
  await insertRows(client, "incident", COLUMNS, rows);
}

const COLUMNS = {
  id: "uuid",
  assembly_id: "uuid",
  kind: "text",
  act: "text",
  at: "timestamptz",
  noted_at: "timestamptz",
  noted_by: "uuid",
  what: "text",
};
