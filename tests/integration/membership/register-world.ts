import type { Pool } from "pg";
import type { PersonActor, Role } from "#domain/kernel/actor.ts";
import type { ImportReport } from "#domain/membership/register-import.ts";
import { createContainer, type Container } from "#server/container.ts";
import { signInAs } from "../../support/actors.ts";
import { createTestDatabase } from "../../support/database.ts";
import { testEnv } from "../../support/env.ts";
import { createGuests } from "../../support/register.ts";

export type RegisterWorld = {
  container: Container;
  pool: Pool;
  close: () => Promise<void>;
};

export async function createRegisterWorld(): Promise<RegisterWorld> {
  const database = await createTestDatabase();
  const container = createContainer(testEnv(database.url));
  const { pool } = container.platform;
  await pool.query(
    `INSERT INTO member_category (id, label, valid_from)
     SELECT id, '{"fr":"x"}', '2010-01-01' FROM unnest(ARRAY['A', 'B', 'C']) AS id`,
  );
  await pool.query("INSERT INTO office (id, name, language) VALUES ('gent', 'Gent', 'nl')");
  return {
    container,
    pool,
    close: async () => {
      await container.close();
      await database.drop();
    },
  };
}

/** Somebody who holds this role in the cooperative, or nothing. */
export async function somebody(world: RegisterWorld, role?: Role): Promise<PersonActor> {
  const [person] = await createGuests(world.pool, 1, role ?? "Plain");
  if (!person) throw new Error("nobody");
  if (role) {
    await world.pool.query(
      `INSERT INTO role_grant (id, person_id, role, body, valid_from)
       VALUES (uuidv7(), $1, $2, 'cooperative', '2020-01-01')`,
      [person.id, role],
    );
  }
  const [actor] = await signInAs(world.container, [person.id]);
  if (!actor) throw new Error("nobody");
  return actor;
}

export const HEADER =
  "register_no;kind;given_name;family_name;language;office;email;category;shares;admitted_on;left_on;left_as";

export function csv(lines: string[]): Uint8Array {
  return Buffer.from([HEADER, ...lines].join("\r\n"));
}

export function line(number: number, more: Partial<Record<string, string>> = {}): string {
  const cells: Record<string, string> = {
    register_no: `T${number}`,
    kind: "natural",
    given_name: "Prénom",
    family_name: `Nom ${number}`,
    language: "fr",
    office: "gent",
    email: `t${number}@members.example`,
    category: "A",
    shares: "10",
    admitted_on: "2022-03-01",
    left_on: "",
    left_as: "",
    ...more,
  };
  return HEADER.split(";")
    .map((name) => cells[name] ?? "")
    .join(";");
}

/** Runs the job as the job process would. */
export async function runJob(world: RegisterWorld, importId: string): Promise<number[]> {
  const seen: number[] = [];
  await world.container.jobs["register.import"]?.(
    { importId },
    {
      progress: (fraction) => {
        seen.push(fraction);
        return Promise.resolve();
      },
    },
  );
  return seen;
}

/** Uploads and checks a file; returns the report. */
export async function check(
  world: RegisterWorld,
  keeper: PersonActor,
  content: Uint8Array,
): Promise<ImportReport> {
  const { membership } = world.container.api;
  const started = await membership.startImport(keeper, { fileName: "register.csv", content });
  if (!started.ok) throw new Error(started.refusal.code);
  await runJob(world, started.value.importId);
  return report(world, keeper, started.value.importId);
}

export async function report(
  world: RegisterWorld,
  keeper: PersonActor,
  importId: string,
): Promise<ImportReport> {
  const imports = await world.container.api.membership.listImports(keeper);
  const found = imports.ok ? imports.value.find(({ id }) => id === importId) : undefined;
  if (!found) throw new Error("no report");
  return found;
}

/** Checks and writes a file. */
export async function importFile(
  world: RegisterWorld,
  keeper: PersonActor,
  content: Uint8Array,
): Promise<ImportReport> {
  const checked = await check(world, keeper, content);
  if (checked.status !== "checked") throw new Error(JSON.stringify(checked.problems));
  const written = await world.container.api.membership.writeImport(keeper, {
    importId: checked.id,
  });
  if (!written.ok) throw new Error(written.refusal.code);
  await runJob(world, checked.id);
  return report(world, keeper, checked.id);
}
