import type { ClientBase } from "pg";
import type { SeededAssembly } from "./assembly.ts";

/** Today's assembly welcomes guests: its short addresses then show every way in. */
export async function seedCheckIn(
  client: ClientBase,
  { id }: Pick<SeededAssembly, "id">,
): Promise<void> {
  await client.query("update assembly set guests_welcome = true where id = $1", [id]);
}
