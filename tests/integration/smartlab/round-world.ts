import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { localTime } from "#domain/kernel/local-time.ts";
import type { Result } from "#domain/kernel/result.ts";
import { createSmartlabFeature } from "#server/features/smartlab/index.ts";
import type { LabPage } from "#wire/smartlab-pages.ts";
import type { SmartlabCommands } from "#wire/smartlab.ts";
import { grantRole } from "../../support/live-assembly.ts";
import { actorOf, code, createTestSession, type TestSession } from "../live-session/session.ts";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const PROPOSAL = {
  theme: "crafts",
  model: "practices",
  language: "fr",
  city: "Liège",
  whyNow: "Parce que les commandes changent.",
  origin: "member",
  seenSimilar: "true",
};

type Begun = {
  session: TestSession;
  labs: ReturnType<typeof createSmartlabFeature>;
  /** Two of the support team. */
  support: PersonActor;
  colleague: PersonActor;
};

/**
 * Twenty people, two of them of the support team, for the tests of a file; `clock.at` sets the
 * hour, from now on before each test.
 */
export function useRoundWorld() {
  const clock = { at: 0 };
  const world = {} as Begun;
  const member = (index: number) => world.session.member(index);

  beforeAll(async () => {
    const session = await createTestSession(20);
    session.platform.clock.now = () => new Date(clock.at);
    const [colleague, support] = await Promise.all(
      [18, 19].map(async (index) => {
        const { personId } = session.member(index);
        await grantRole(session.pool, personId, "support_staff");
        return actorOf(session.pool, personId);
      }),
    );
    if (!colleague || !support) throw new Error("nobody supports");
    Object.assign(world, { session, colleague, support });
    world.labs = createSmartlabFeature(session.platform);
  });
  beforeEach(() => {
    clock.at = Date.now();
  });
  afterAll(() => world.session.close());

  function run<T extends keyof SmartlabCommands>(
    actor: PersonActor,
    type: T,
    payload: object,
  ): Promise<Result<unknown>> {
    const command = world.labs.commands[type];
    if (!command) throw new Error(`no command ${type}`);
    return command.handle(actor, command.schema.parse(payload), randomUUID());
  }

  async function propose(by: PersonActor, more: object = {}): Promise<string> {
    const title = `Atelier ${randomUUID().slice(0, 8)}`;
    const sent = await run(by, "smartlab.propose", { ...PROPOSAL, title, makes: title, ...more });
    if (!sent.ok) throw new Error(sent.refusal.code);
    return (sent.value as { slug: string }).slug;
  }

  async function pageOf(slug: string, actor: PersonActor = member(17)): Promise<LabPage> {
    const page = await world.labs.page(actor, slug);
    if (!page.ok) throw new Error(page.refusal.code);
    return page.value;
  }

  /** A lab that enough of members 0 to 4 are interested in; member 0 carries it. */
  async function readyLab(more: object = {}): Promise<{ slug: string; labId: string }> {
    const slug = await propose(member(0), more);
    const labId = (await pageOf(slug)).lab.id;
    for (const index of [1, 2, 3, 4]) await run(member(index), "smartlab.join", { labId });
    return { slug, labId };
  }

  /** The same, which one of the support team opened and goes along with. */
  async function openLab(more: object = {}): Promise<{ slug: string; labId: string }> {
    const lab = await readyLab(more);
    const opened = await run(world.support, "smartlab.open", { labId: lab.labId });
    expect(code(opened)).toBe("ok");
    return lab;
  }

  async function noticesOf({ personId }: PersonActor, labId: string): Promise<string[]> {
    const { rows } = await world.session.pool.query<{ kind: string }>(
      "SELECT kind FROM notice WHERE person_id = $1 AND body = $2 ORDER BY created_at, kind",
      [personId, `lab:${labId}`],
    );
    return rows.map(({ kind }) => kind);
  }

  async function plan(labId: string, startsAt: number): Promise<string> {
    const planned = await run(member(0), "smartlab.plan-meeting", {
      labId,
      startsAt: localTime(new Date(startsAt)),
      endsAt: localTime(new Date(startsAt + 2 * HOUR)),
      onlineLink: "https://meet.example/lab",
    });
    if (!planned.ok) throw new Error(planned.refusal.code);
    return (planned.value as { meetingId: string }).meetingId;
  }

  return Object.assign(world, {
    ...{ clock, member, run, propose, pageOf, readyLab, openLab, noticesOf, plan, PROPOSAL },
  });
}
