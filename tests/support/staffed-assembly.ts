import type { PersonActor } from "../../app/domain/kernel/actor.ts";
import type { Container } from "../../server/container.ts";
import { signInAs } from "./actors.ts";
import { createLiveAssembly, grantRole, type LiveAssembly } from "./live-assembly.ts";

/**
 * An assembly in session whose first electors hold these roles, one each and in this order. They
 * are signed in, and `others` after them.
 */
export async function createStaffedAssembly(
  container: Container,
  { electors, roles, others = 0 }: { electors: number; roles: readonly string[]; others?: number },
): Promise<{ assembly: LiveAssembly; people: PersonActor[] }> {
  const { pool } = container.platform;
  const assembly = await createLiveAssembly(pool, electors);
  const ids = assembly.electors.map(({ id }) => id);
  for (const [at, role] of roles.entries()) await grantRole(pool, ids[at] ?? "", role);
  return { assembly, people: await signInAs(container, ids.slice(0, roles.length + others)) };
}
