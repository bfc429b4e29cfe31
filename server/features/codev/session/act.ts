import type { z } from "zod";
import { canAct, type CourseAct, courseOf } from "#domain/codev/course.ts";
import { QUORUM_OF_CONSULTANTS } from "#domain/codev/words.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { CODEV_SESSION_COMMANDS } from "#wire/codev-session.ts";
import type { Platform } from "../../../platform/platform.ts";
import { actsOf, keepAct } from "./acts.ts";
import { type Changing, changeSession } from "./change.ts";

const DAY_MS = 24 * 60 * 60_000;

type Input = z.infer<(typeof CODEV_SESSION_COMMANDS)["codev-session.act"]>;

/**
 * One act of a facilitator. A device that was without network sends what was done meanwhile with the
 * time at which it was done: such an act is kept even where it comes to nothing among the others, so
 * that both devices read the same. A plain form acts now, and is told where that is not possible.
 */
export function act(platform: Platform, actor: Actor, input: Input): Promise<Result<null>> {
  const { sessionId, id = platform.random.uuid(), at: said, ...rest } = input;
  const change = { sessionId, parts: ["facilitator"] } as const;
  return changeSession(platform, actor, change, async (changing) => {
    const { client, session, seat = "lead" } = changing;
    const acts = await actsOf(client, sessionId);
    if (acts.some((known) => known.id === id)) return ok(null);
    const now = platform.clock.now().getTime();
    if (rest.kind === "open") {
      // Of two who opened apart the first did; nobody opens the session of another day.
      const at = Math.max(Math.min(said ?? now, now), now - DAY_MS);
      return open(changing, { ...rest, id, by: seat, at });
    }
    const done: CourseAct = { ...rest, id, by: seat, at: timeOf(acts, said, now) };
    if (session.state !== "open") return refuse("wrong-phase");
    const possible = canAct(courseOf(acts, session.minutes), rest.kind);
    if (said === undefined && !possible) return refuse("changed-meanwhile");
    await keepAct(client, sessionId, done);
    return ok(null);
  });
}

/**
 * When an act was done (ms): no device is ahead of the server, and nothing happened before the
 * opening. A form that is sent now comes after everything that is known.
 */
function timeOf(acts: readonly CourseAct[], said: number | undefined, now: number): number {
  if (said === undefined) return Math.max(now, ...acts.map(({ at }) => at + 1));
  const opened = acts.filter(({ kind }) => kind === "open").map(({ at }) => at);
  return opened.length === 0
    ? Math.min(said, now)
    : Math.max(Math.min(said, now), Math.min(...opened) + 1);
}

async function open({ client, session }: Changing, done: CourseAct): Promise<Result<null>> {
  if (session.state !== "planned" && session.state !== "open") return refuse("wrong-phase");
  if (session.cycleState !== "running") return refuse("wrong-phase");
  const { rows } = await client.query<{ client: boolean; consultants: number }>(
    `SELECT coalesce(bool_or(person_id = $2), false) AS client,
       (count(*) FILTER (WHERE person_id <> $2))::int AS consultants
     FROM codev_attendance WHERE session_id = $1 AND state = 'present'`,
    [session.id, session.clientId],
  );
  const [there] = rows;
  if (!there?.client) return refuse("client-missing");
  if (there.consultants < QUORUM_OF_CONSULTANTS) {
    return refuse("quorum-missing");
  }
  await client.query("UPDATE codev_session SET state = 'open' WHERE id = $1", [session.id]);
  await keepAct(client, session.id, done);
  return ok(null);
}
