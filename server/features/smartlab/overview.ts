import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { healthOf, weeksSince } from "#domain/smartlab/health.ts";
import { sumOf } from "#domain/smartlab/meeting.ts";
import type { LabOverview } from "#wire/smartlab-pages.ts";
import type { Platform } from "../../platform/platform.ts";
import { funnelsOf, labCards } from "./cards.ts";
import { hubCards } from "./hub-pages.ts";
import { pulsesOf } from "./pulse.ts";
import type { Client } from "./repository.ts";

/** All labs with how far they came and how they do, and the figures of all together. */
export async function labOverview(
  { pool, clock }: Platform,
  actor: Actor,
): Promise<Result<LabOverview>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  if (!can(actor, "lab.support", COOPERATIVE)) return refuse("not-allowed");
  const cards = await labCards(pool, actor, { condition: "true", values: [] });
  const [funnels, pulses, persons, hubs] = await Promise.all([
    funnelsOf(
      pool,
      cards.map(({ id }) => id),
    ),
    pulsesOf(pool, {}),
    personsAround(pool),
    hubCards(pool),
  ]);
  const now = clock.now().getTime();
  const pulseOf = new Map(pulses.map((pulse) => [pulse.id, pulse]));
  return ok({
    labs: cards.map((card) => {
      const pulse = pulseOf.get(card.id);
      return {
        ...card,
        funnel: funnels.get(card.id)!,
        health: pulse ? healthOf(pulse, now) : "well",
        silentFor: pulse ? weeksSince(pulse.lastSign, now) : 0,
      };
    }),
    total: sumOf([...funnels.values()]),
    persons,
    hubs,
  });
}

async function personsAround(client: Client): Promise<LabOverview["persons"]> {
  const { rows } = await client.query<LabOverview["persons"]>(
    `SELECT count(DISTINCT p.person_id)::int AS interested,
       (count(DISTINCT p.person_id) FILTER (WHERE EXISTS (
         SELECT FROM lab_attendance a JOIN lab_meeting m ON m.id = a.meeting_id
         WHERE a.person_id = p.person_id AND a.state = 'present' AND m.lab_id = p.lab_id)))::int
         AS met
     FROM lab_person p WHERE p.role <> 'co-facilitator'`,
  );
  return rows[0]!;
}
