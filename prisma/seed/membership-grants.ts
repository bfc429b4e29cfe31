import type { Role } from "../../app/domain/kernel/actor.ts";
import { ASSEMBLY } from "./assembly-ids.ts";
import type { Row } from "./batch.ts";
import { addDays } from "./days.ts";
import { demoId } from "./ids.ts";
import { persona, PERSONAS } from "./personas.ts";

type Holding = { bodies: string[]; from: string; to?: string };

/** Where each role of the demo holds, and since when. A mandate of director lasts four years. */
function holdings(role: Role, today: string): Holding {
  const prepared = addDays(today, -60);
  switch (role) {
    case "chair":
    case "scrutineer":
      return { bodies: bodiesOf(ASSEMBLY.ofToday), from: prepared };
    // Answers can still be owed, and questions looked after, once an assembly is over.
    case "moderator":
    case "secretary":
      return { bodies: bodiesOf(...Object.values(ASSEMBLY)), from: "2023-05-02" };
    case "director":
      return { bodies: ["board"], from: "2024-06-18", to: "2028-06-30" };
    default:
      return { bodies: ["cooperative"], from: "2023-01-02" };
  }
}

function bodiesOf(...assemblies: string[]): string[] {
  return assemblies.map((id) => `assembly:${id}`);
}

/** The roles of the personas, and the other directors; one was coopted five months ago. */
export function grantRows(today: string, directors: readonly string[], coopted: string): Row[] {
  const held: { personId: string; role: Role }[] = [
    ...PERSONAS.flatMap(({ personId, roles }) => roles.map((role) => ({ personId, role }))),
    ...directors.map((personId) => ({ personId, role: "director" as const })),
  ];
  const rows = held.flatMap(({ personId, role }) => {
    const { bodies, from, to } = holdings(role, today);
    return bodies.map((body) => ({
      person_id: personId,
      role,
      body,
      valid_from: personId === coopted ? addDays(today, -150) : from,
      valid_to: to,
    }));
  });
  const granted_by = persona("organiser").personId;
  return rows.map((row, at) => ({ id: demoId("grant", at + 1), granted_by, ...row }));
}
