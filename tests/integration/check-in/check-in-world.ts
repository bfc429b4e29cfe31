import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import type { SiteKind } from "#domain/programme/site.ts";
import type { CheckInResults } from "#wire/check-in.ts";
import { createAuthFeature } from "#server/auth/index.ts";
import { createCheckInFeature } from "#server/features/check-in/index.ts";
import { createLiveSessionFeature } from "#server/features/live-session/index.ts";
import { createTestDatabase } from "../../support/database.ts";
import { createLiveAssembly, grantRole } from "../../support/live-assembly.ts";
import { createTestPlatform } from "../../support/platform.ts";
import { actorOf } from "../live-session/session.ts";

export const HOUR = 3_600_000;
const MINUTE = 60_000;

/** A live assembly with two rooms, a stop of a tour and an online place; a clock to set. */
export async function createDoors(members: number) {
  const database = await createTestDatabase();
  const clock = { now: new Date() };
  const { platform, close } = createTestPlatform(database.url, () => clock.now);
  const { pool } = platform;
  const assembly = await createLiveAssembly(pool, members + 3);
  const people = assembly.electors.map((elector) => elector.id);
  const [stewardId = "", secretaryId = "", organiserId = "", ...others] = people;
  await grantRole(pool, stewardId, "steward");
  await grantRole(pool, secretaryId, "secretary");
  await grantRole(pool, organiserId, "organiser");
  const auth = createAuthFeature(platform);
  const { rooms, ...live } = createLiveSessionFeature(platform);
  const checkIn = createCheckInFeature(platform, { auth, rooms });
  const commands = { ...live.commands, ...checkIn.commands };

  async function run(actor: PersonActor, type: string, payload: object, id: string = randomUUID()) {
    const command = commands[type];
    if (!command) throw new Error(`no command ${type}`);
    return command.handle(actor, command.schema.parse(payload), id);
  }

  const site = (slug: string, kind: SiteKind, from: number, to: number) =>
    createSite(pool, assembly.id, {
      slug,
      kind,
      from: after(clock.now, from),
      to: after(clock.now, to),
    });
  const sites = {
    namur: await site("namur", "main", -1, 4),
    gent: await site("gent", "satellite", -1, 4),
    mons: await site("mons", "stop", -1, 1),
    online: await site("online", "online", -1, 4),
  };

  const steward = await actorOf(pool, stewardId);

  /** Sends acts of a door as a device would: `ago` minutes before now, at Namur unless said. */
  function sync(acts: Sent[], actor = steward): Promise<Result<DoorAnswer>> {
    const at = (ago = 0) => clock.now.getTime() - ago * MINUTE;
    const sent = acts.map(({ ago, id = randomUUID(), ...act }) =>
      "undoes" in act
        ? { id, kind: "undo", ...act }
        : { id, siteId: sites.namur.id, ...act, at: at(ago) },
    );
    const payload = { assemblyId: assembly.id, acts: sent };
    return run(actor, "door.sync", payload) as Promise<Result<DoorAnswer>>;
  }

  return {
    database,
    platform,
    pool,
    clock,
    assembly,
    auth,
    checkIn,
    rooms,
    sites,
    steward,
    secretary: await actorOf(pool, secretaryId),
    organiser: await actorOf(pool, organiserId),
    members: others,
    run,
    sync,
    presence: (personId: string) => presence(pool, assembly.id, personId, clock.now),
    close: async () => {
      await auth.close();
      await close();
      await database.drop();
    },
  };
}

type DoorAnswer = CheckInResults["door.sync"];
type Sent = { id?: string; ago?: number } & (
  | { kind: "arrive" | "leave"; personId: string; siteId?: string }
  | { undoes: string }
);

export type Doors = Awaited<ReturnType<typeof createDoors>>;

const after = (now: Date, hours: number) => new Date(now.getTime() + hours * HOUR);

type NewSite = { slug: string; kind: SiteKind; from: Date; to: Date };

async function createSite(
  pool: Pool,
  assemblyId: string,
  { slug, kind, from, to }: NewSite,
): Promise<{ id: string; code: string }> {
  const { rows } = await pool.query<{ id: string; code: string }>(
    `INSERT INTO site (assembly_id, slug, kind, name, city, position, starts_at, ends_at)
     VALUES ($1, $2, $3, 'Salle de ' || $2, initcap($2),
       (SELECT count(*) + 1 FROM site WHERE assembly_id = $1), $4, $5)
     RETURNING id, code`,
    [assemblyId, slug, kind, from, to],
  );
  const [made] = rows;
  if (!made) throw new Error("no site");
  return made;
}

/** Somebody's intervals in minutes before now, with their place. */
async function presence(
  pool: Pool,
  assemblyId: string,
  personId: string,
  now: Date,
): Promise<{ from: number; to?: number; place: string; channel: string }[]> {
  const { rows } = await pool.query<{
    arrived: Date;
    left: Date | null;
    place: string | null;
    channel: string;
  }>(
    `SELECT t.arrived_at AS arrived, t.left_at AS left, s.slug AS place, t.channel
     FROM attendance t LEFT JOIN site s ON s.id = t.site_id
     WHERE t.assembly_id = $1 AND t.person_id = $2 ORDER BY t.arrived_at`,
    [assemblyId, personId],
  );
  const ago = (at: Date) => Math.round((now.getTime() - at.getTime()) / 60_000);
  return rows.map(({ arrived, left, place, channel }) => ({
    from: ago(arrived),
    ...(left ? { to: ago(left) } : {}),
    place: place ?? "online",
    channel,
  }));
}
