import { randomUUID } from "node:crypto";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { createLabWorkFeature } from "#server/features/smartlab/work/index.ts";
import { acting } from "../../support/acting.ts";
import { createTestDatabase } from "../../support/database.ts";
import { createLiveAssembly } from "../../support/live-assembly.ts";
import { createTestPlatform } from "../../support/platform.ts";
import { actorOf } from "../live-session/session.ts";

export type LabWorld = Awaited<ReturnType<typeof createLabWorld>>;

/**
 * A lab at work with an initiator, a co-facilitator and two members, and somebody who is not of it.
 * `clock.at` sets the hour.
 */
export async function createLabWorld() {
  const database = await createTestDatabase();
  const clock: { at?: number } = {};
  const now = () => new Date(clock.at ?? Date.now());
  const { platform, said, close } = createTestPlatform(database.url, now);
  const { pool } = platform;
  const { electors } = await createLiveAssembly(pool, 5);
  const actors = await Promise.all(electors.map(({ id }) => actorOf(pool, id)));
  const [initiator, support, ana, bo, stranger] = actors;
  if (!initiator || !support || !ana || !bo || !stranger) throw new Error("nobody came");
  const names = ["Ilse Peeters", "Sam Laurent", "Ana Moreau", "Bo Jansen", "Zoé Lambert"];
  for (const [at, actor] of actors.entries()) {
    await pool.query("UPDATE person SET display_name = $2 WHERE id = $1", [
      actor.personId,
      names[at],
    ]);
  }
  const lab = { id: randomUUID(), slug: "metiers-du-bois" };
  await pool.query(
    `INSERT INTO lab (id, slug, state, language, title, theme, model, origin, why_now, makes, online,
       proposed_at)
     VALUES ($1, $2, 'meeting', 'fr', 'Métiers du bois', 'crafts', 'exchange', 'member', 'x', 'x',
       true, now())`,
    [lab.id, lab.slug],
  );
  const roles = ["initiator", "co-facilitator", "member", "member"];
  for (const [at, role] of roles.entries()) {
    await pool.query(
      `INSERT INTO lab_person (lab_id, person_id, standing, role, interested_at, joined_at, since)
       VALUES ($1, $2, 'joined', $3, now(), now(), now())`,
      [lab.id, actors[at]?.personId, role],
    );
  }
  const feature = createLabWorkFeature(platform);
  const { run, done } = acting(feature);

  /** The kinds of what somebody was told, in order. */
  async function toldTo(actor: PersonActor): Promise<string[]> {
    const { rows } = await pool.query<{ kind: string }>(
      "SELECT kind FROM notice WHERE person_id = $1 ORDER BY created_at, key",
      [actor.personId],
    );
    return rows.map(({ kind }) => kind);
  }

  return {
    platform,
    pool,
    said,
    clock,
    lab,
    feature,
    run,
    done,
    toldTo,
    people: { initiator, support, ana, bo, stranger },
    close: async () => {
      await close();
      await database.drop();
    },
  };
}
