import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { proposalCode } from "#domain/workers-assembly/stage.ts";
import { createContainer } from "#server/container.ts";
import { createLog } from "#server/platform/log.ts";
import { acting } from "../../support/acting.ts";
import { grantRole } from "../../support/live-assembly.ts";
import { actorOf } from "../live-session/session.ts";
import { assemblyPages } from "./assembly-pages.ts";
import { createLineWorld } from "./line-world.ts";

/** Said in a debate, behind closed doors. */
const WORDS = ["groseille", "cassis", "myrtille"];
const NAME = "Plantagenou";

/**
 * A workers' assembly in which people propose, support, agree, debate and vote, with names and words
 * that can be searched for afterwards in whatever anybody else may read.
 */
export async function createToldStory() {
  const world = await createLineWorld();
  const { pool, edition, first, second, workers, observer, organiser, director, adviser } = world;
  const keeper = workers.at(-1)!;
  const proposers = workers.slice(0, -1);
  const inside = [first, second, ...proposers];
  await pool.query(
    `UPDATE person SET given_name = '${NAME}', family_name = '${NAME}', display_name = '',
       email = '${NAME}' || right(id::text, 6) || '@example.org' WHERE id = ANY($1::uuid[])`,
    [inside.map(({ personId }) => personId)],
  );
  await grantRole(pool, keeper.personId, "register_keeper");

  const lines: string[] = [];
  const env = world.platform.env;
  const log = createLog({ ...env, logLevel: "trace" }, { write: (line) => lines.push(line) });
  const container = createContainer(env, { log, clock: world.platform.clock });
  const said: unknown[] = [];
  for (const topic of ["room", "person"] as const) {
    container.platform.wake.subscribe(topic, (detail) => said.push(detail));
  }
  const feature = container.api.workersAssembly;
  const { done } = acting(feature);
  const again = ({ personId }: PersonActor) => actorOf(pool, personId);

  const target = {
    slug: edition.slug,
    campaign: world.slug,
    proposalId: "",
    debateId: "",
    code: "P01",
  };
  let assemblyId = "";
  let decisionId = "";
  const outside: [string, PersonActor][] = [
    ["organiser", organiser],
    ["director", director],
    ["adviser", adviser],
    ["keeper of the register", keeper],
    ["observer", observer],
  ];

  async function propose(actor: PersonActor, sentence: string): Promise<string> {
    const { id } = await done<{ id: string }>(actor, "proposal.propose", {
      ...{ slug: edition.slug, seen: "on", kind: "demand", theme: world.themes[0]!.id },
      ...{ city: "bruxelles", language: "fr", sentence, paragraph: "Pour toutes et tous." },
    });
    return id;
  }

  /** Proposals, support, a question to authors and a wording that two of them are offered. */
  async function gather(): Promise<void> {
    const [ana, bo, cleo] = proposers as [PersonActor, PersonActor, PersonActor];
    target.proposalId = await propose(ana, "Un préavis pour chaque mission annulée");
    const other = await propose(bo, "Payer les heures de répétition comme les autres");
    await done(cleo, "proposal.support", { proposalId: target.proposalId });
    await done(first, "proposal.ask-authors", {
      ...{ proposalId: target.proposalId, question: "Pour quels métiers ?" },
    });
    await done(first, "proposal.offer-merge", {
      ...{ slug: edition.slug, part: { [target.proposalId]: "on", [other]: "on" } },
      ...{ kind: "demand", theme: world.themes[0]!.id, city: "bruxelles", language: "fr" },
      ...{ sentence: "Un préavis et des répétitions payées", paragraph: "Les deux vont ensemble." },
      answerBy: "2026-03-20",
    });
  }

  async function supportOnceMore(): Promise<void> {
    await done(proposers[3]!, "proposal.support", { proposalId: target.proposalId });
    const { rows } = await pool.query<{ id: string }>("SELECT id FROM proposal_merge");
    await done(proposers[0]!, "proposal.answer-merge", { mergeId: rows[0]!.id, agrees: "true" });
  }

  /** The list is frozen, one proposal chosen, and people speak in its room. */
  async function debate(): Promise<void> {
    await done(first, "proposal.freeze", { slug: edition.slug });
    const { rows } = await pool.query<{ assemblyId: string }>(
      `UPDATE workers_assembly SET stage = 'ranked' WHERE id = $1
       RETURNING assembly_id AS "assemblyId"`,
      [edition.id],
    );
    assemblyId = rows[0]!.assemblyId;
    // Numbers are drawn.
    const chosen = await pool.query<{ number: number }>(
      "UPDATE proposal SET chosen_place = 1 WHERE id = $1 RETURNING number",
      [target.proposalId],
    );
    target.code = proposalCode(chosen.rows[0]!.number);
    const hours = { startsAt: "2026-06-10T10:00", rooms: 1, minutes: 40 };
    await done(first, "debate.set-up", { slug: edition.slug, ...hours });
    const debates = await pool.query<{ id: string }>("SELECT id FROM debate");
    const debateId = (target.debateId = debates.rows[0]!.id);
    const [ana, bo] = proposers as [PersonActor, PersonActor];
    for (const step of ["clarify", "react"]) await done(first, "debate.step", { debateId, step });
    await done(ana, "debate.say", { debateId, kind: "reaction", text: `Plus de ${WORDS[0]!}` });
    await done(first, "debate.step", { debateId, step: "amend" });
    await done(bo, "debate.amend", {
      ...{ debateId, version: 1, sentence: "Un préavis pour chaque mission", paragraph: WORDS[1]! },
      why: "Plus court.",
    });
    await done(first, "debate.step", { debateId, step: "objections" });
    await done(ana, "debate.object", { debateId, ground: "harms-aim", because: WORDS[2]! });
  }

  async function openVote(): Promise<void> {
    const { rows } = await pool.query<{ id: string }>(
      `INSERT INTO decision (id, assembly_id, phase, texts, legal_basis, legal_channel, rule,
         ballot_kind, profile_version, opened_at)
       VALUES (uuidv7(), $1, 'open', '{"fr":{"title":"Les huit","text":""}}', '', 'consultation',
         '{"majority":"simple","secondMeeting":false,"abstainInBase":false}', 'named',
         'test', now()) RETURNING id`,
      [assemblyId],
    );
    decisionId = rows[0]!.id;
    await pool.query(
      "INSERT INTO decision_option (decision_id, id, position, label) VALUES ($1, 'for', 1, '{}')",
      [decisionId],
    );
    await pool.query(
      "UPDATE workers_assembly SET ranking_id = $2, stage = 'ranking' WHERE id = $1",
      [...[edition.id, decisionId]],
    );
  }

  async function vote(): Promise<void> {
    await pool.query(
      `INSERT INTO ballot (decision_id, elector_id, option_id, receipt, cast_at)
       VALUES ($1, $2, 'for', 'r', now())`,
      [decisionId, proposers[0]!.personId],
    );
  }

  const session = () => edition.slug;
  return {
    ...{ container, feature, target, workers: proposers, first, second, observer, again, session },
    ...{ gather, supportOnceMore, debate, openVote, vote },
    get assemblyId() {
      return assemblyId;
    },
    closeVote: () =>
      pool.query("UPDATE decision SET phase = 'counted' WHERE id = $1", [decisionId]),
    /** As the server knows them at this moment. */
    async outsiders(): Promise<[string, Actor][]> {
      const known = outside.map(async ([who, actor]) => [who, await again(actor)] as const);
      return [["nobody known", { kind: "anonymous" }], ...(await Promise.all(known))].map(
        ([who, actor]) => [who, actor] as [string, Actor],
      );
    },
    outsideIds: () => outside.map(([, { personId }]) => personId),
    /** Names, ids and numbers of the register. */
    names: () => [NAME, ...inside.flatMap(({ personId }) => [personId, `N${personId.slice(-12)}`])],
    words: () => WORDS,
    /** Every page of an assembly, a decision and its machinery, by what it is. */
    elsewhere: (): Record<string, (actor: Actor) => unknown> =>
      assemblyPages(container.api, { slug: session(), assemblyId, decisionId }),
    async journalledActors(): Promise<string[]> {
      const { rows } = await pool.query<{ id: string }>(
        `SELECT DISTINCT actor_id AS id FROM audit_entry WHERE subject LIKE 'workers-assembly:%'
         AND actor_id IS NOT NULL`,
      );
      return rows.map(({ id }) => id);
    },
    /** Rows of what keeps or carries messages, the log and the announcements, as one text. */
    async machineRows(): Promise<string> {
      const tables = ["audit_entry", "notice", "mail", "outbox_event", "command_receipt"];
      const kept = await Promise.all(tables.map((name) => pool.query(`SELECT * FROM ${name}`)));
      return JSON.stringify([kept.map(({ rows }) => rows as unknown), lines, said]);
    },
    async notices(): Promise<{ personId: string; said: string }[]> {
      const { rows } = await pool.query<{ personId: string; said: string }>(
        `SELECT person_id AS "personId", to_jsonb(n)::text AS said FROM notice n`,
      );
      return rows;
    },
    close: async () => {
      await container.close();
      await world.close();
    },
  };
}

export type ToldStory = Awaited<ReturnType<typeof createToldStory>>;
