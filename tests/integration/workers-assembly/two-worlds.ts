import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { type BallotContent, encodeBallot } from "#domain/decisions/ballot.ts";
import type { UrnKeys } from "#wire/secret-ballots.ts";
import { type Container, createContainer } from "#server/container.ts";
import { createLog } from "#server/platform/log.ts";
import { forkDatabase } from "../../support/database.ts";
import { grantRole } from "../../support/live-assembly.ts";
import { createTestPlatform } from "../../support/platform.ts";
import { createPeople } from "../../support/register.ts";
import { act, holdCeremony, type TestKeeper } from "../../support/scrutineers.ts";
import {
  type BlindCredential,
  blindCredential,
  type Credential,
  directBallotBox,
  finishCredential,
  sealedBallot,
} from "../../support/secret-elector.ts";
import { actorOf } from "../live-session/session.ts";
import { createRankingWorld } from "./ranking-world.ts";

type Forked = Awaited<ReturnType<typeof createTwoWorlds>>;
export type World = Forked["worlds"][number];

/**
 * One ranking that is announced, and from then on two worlds with the same past and the same clock:
 * what is done in one of them alone must be seen in it by nobody of the employer's side.
 */
export async function createTwoWorlds(seal: "server" | "scrutineers") {
  const past = await createRankingWorld(16);
  const { pool, platform, workers, first, at } = past;
  const person = (place: number) => workers[place]!;
  const [administrator, keeper] = await createPeople(pool, 2);
  await grantRole(pool, keeper!.id, "register_keeper");
  await grantRole(pool, administrator!.id, "support_staff");
  const vote = await past.drawnUp({ proposals: 5, seats: 2, plan: { least: 1, most: 3, seal } });
  for (const [place, office] of OFFICES.entries()) {
    const registerNo = await past.registerNo(person(place));
    await past.done(first, "workers-organise.name", { slug: vote.slug, registerNo, office });
  }
  const [stranger] = await createPeople(pool, 1);
  // They came to a workshop of it: a general assembly would remind them by name.
  await pool.query(
    `INSERT INTO attendance (id, assembly_id, person_id, arrived_at)
     SELECT uuidv7(), $1, id, $3 FROM unnest($2::uuid[]) AS id`,
    [vote.assemblyId, workers.map(({ personId }) => personId), at.now],
  );
  const crossed = person(15);
  // After the roll was closed with their name on it.
  await grantRole(pool, crossed.personId, "director");
  const hashes = new Map<string, string>();
  const known = async (personId: string) =>
    hashes.set(personId, (await actorOf(pool, personId)).sessionHash);
  const outside = {
    ...{ organiser: past.organiser.personId, director: past.director.personId },
    ...{ adviser: past.adviser.personId, observer: past.observer.personId },
    ...{ "platform administrator": administrator!.id, "keeper of the register": keeper!.id },
    ...{ "worker who crossed": crossed.personId, "member elsewhere": stranger!.id },
  };
  for (const id of [...workers.map(({ personId }) => personId), ...Object.values(outside)]) {
    await known(id);
  }
  const keepers = seal === "scrutineers" ? await keyed() : [];

  /** Three scrutineers of the roll share the key, before anybody takes a ballot. */
  async function keyed(): Promise<TestKeeper[]> {
    const container = createContainer(platform.env, platform);
    const scrutineers = await Promise.all(
      [2, 3, 4].map((place) => actorOf(pool, person(place).personId)),
    );
    const assembly = { id: vote.assemblyId, slug: vote.slug };
    const held = await holdCeremony(container, assembly, [vote.decisionId], scrutineers);
    await container.close();
    return held;
  }

  async function fork() {
    const database = await forkDatabase(platform.env.databaseUrl);
    const lines: string[] = [];
    const jobs: unknown[] = [];
    const test = createTestPlatform(database.url, () => at.now);
    const log = createLog(
      { ...test.platform.env, logLevel: "trace" },
      { write: (line) => lines.push(line) },
    );
    test.platform.jobs.add = (...job) => {
      jobs.push(job);
      return Promise.resolve();
    };
    const container = createContainer(test.platform.env, { ...test.platform, log });
    const as = async (personId: string): Promise<PersonActor> => {
      const actor = await container.api.auth.actorOfSessionHash(hashes.get(personId) ?? "");
      if (actor.kind !== "person") throw new Error("signed out");
      return actor;
    };
    return {
      ...{ container, jobs },
      ...electing(container, vote, (place) => as(person(place).personId)),
      chair: () => as(person(0).personId),
      desk: () => as(person(1).personId),
      scrutineer: (place: 0 | 1) => as(person(2 + place).personId),
      /** Who stands outside, as the server knows them now. */
      async outsiders(): Promise<[string, Actor][]> {
        const people = Object.entries(outside).map(
          async ([who, id]): Promise<[string, Actor]> => [who, await as(id)],
        );
        return [["nobody known", { kind: "anonymous" }], ...(await Promise.all(people))];
      },
      /**
       * What whoever runs the machine reads without looking for it: the log without its hours, and
       * to whom notices and mails of what kind went. `jobs` are handed over in their own time.
       */
      async kept(): Promise<Record<string, string>> {
        const rows = async (table: string) => {
          const told = await test.platform.pool.query<{ row: unknown }>(
            `SELECT to_jsonb(t) - 'id' - 'created_at' AS row FROM ${table} t
             ORDER BY (to_jsonb(t) - 'id')::text`,
          );
          return told.rows;
        };
        return {
          log: lines.map((line) => line.replace(/"time":[^,]+,/, "")).join(""),
          notices: JSON.stringify(await rows("notice")),
          mails: JSON.stringify(await rows("mail")),
        };
      },
      close: async () => {
        await container.close();
        await test.close();
        await database.drop();
      },
    };
  }

  const worlds = [await fork(), await fork()] as const;
  return {
    ...{ vote, at, worlds, keepers, worker: person, past },
    close: async () => {
      for (const world of worlds) await world.close();
      await past.close();
    },
  };
}

const OFFICES = ["chair", "desk", "scrutineer", "scrutineer", "scrutineer"] as const;

/** Ballots of a world, taken and cast by workers as their browsers do it; `place` says who. */
function electing(
  container: Container,
  { assemblyId, decisionId }: { assemblyId: string; decisionId: string },
  as: (place: number) => Promise<PersonActor>,
) {
  const taken = new Map<number, { blind: BlindCredential; credential?: Credential }>();
  const urn = async (): Promise<UrnKeys> => {
    const [keys] = await container.api.decisions.ballotBox.keys(assemblyId);
    if (!keys) throw new Error("no urn");
    return keys;
  };

  /** Asks for a ballot, again where it waited; says what became of it. */
  async function take(place: number): Promise<string> {
    const actor = await as(place);
    const keys = await urn();
    const blind = taken.get(place)?.blind ?? (await blindCredential(keys));
    const { blinded, keyId } = blind;
    const [answer] = await directBallotBox(container, actor).issue({
      requests: [{ decisionId, electorId: actor.personId, keyId, blinded }],
      assisted: false,
    });
    if (answer?.state === "refused") return answer.code;
    const signed =
      answer?.state === "signed"
        ? { credential: await finishCredential(keys, blind, answer.blindSignature) }
        : {};
    taken.set(place, { blind, ...signed });
    return answer?.state ?? "";
  }

  async function cast(place: number, options: string[], revision = 1): Promise<void> {
    const credential = taken.get(place)?.credential;
    if (!credential) throw new Error("nothing to cast with");
    const content: BallotContent = { kind: "approve", options };
    const ballot = await sealedBallot(await urn(), credential, content, revision);
    const result = await container.api.decisions.ballotBox.cast(decisionId, ballot);
    if (!result.ok) throw new Error(result.refusal.code);
  }

  const approve = (options: string[]) => encodeBallot({ kind: "approve", options });
  const give = async (desk: PersonActor, place: number) => {
    const { personId } = await as(place);
    return act(container, desk, "paper.give", { decisionIds: [decisionId], electorId: personId });
  };
  const enter = (reader: PersonActor, slip: number, options: string[]) =>
    act(container, reader, "paper.enter", { decisionId, slip, content: approve(options) });
  const pour = (desk: PersonActor) =>
    act(container, desk, "paper.pour", { decisionId, missingReason: "" });
  return { take, cast, give, enter, pour };
}
