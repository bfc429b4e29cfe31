import type { Pool } from "pg";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { openingContext, sealShare } from "#domain/decisions/secret/seal.ts";
import { toBase64url } from "#domain/decisions/secret/bytes.ts";
import { createContainer } from "#server/container.ts";
import { ceremonyView } from "#server/features/decisions/urns/ceremony-view.ts";
import { persistently } from "#server/platform/persistently.ts";
import type { UrnKeys } from "#wire/secret-ballots.ts";
import type { CeremonyView } from "#wire/urns.ts";
import { signInAs } from "./actors.ts";
import { signIn } from "./electors.ts";
import { testEnv } from "./env.ts";
import { LiveClient } from "./live-client.ts";
import { createLiveAssembly, grantRole } from "./live-assembly.ts";
import type { Mortals } from "./mortals.ts";
import { holdCeremony, urnIn, type TestKeeper } from "./scrutineers.ts";
import { createSecretDecisions } from "./secret-decision.ts";
import { StubbornElector } from "./stubborn-elector.ts";

/** Two secret votes of one assembly whose electors all have a browser. */
export type SecretSession = {
  assemblyId: string;
  sealedByScrutineers: string;
  /** Both, that one first. */
  decisions: [string, string];
  urns: UrnKeys[];
  electors: StubbornElector[];
  chair: LiveClient;
  keepers: LiveKeeper[];
  close: () => void;
};

const KEEPERS = 3;

/** Prepares both votes up to their opening; nothing dies meanwhile. */
export async function openSecretSession(
  { pool, databaseUrl, url }: Pick<Mortals, "pool" | "databaseUrl" | "url">,
  count: number,
): Promise<SecretSession> {
  const assembly = await createLiveAssembly(pool, count);
  const people = assembly.electors.map(({ id }) => id);
  const [chairId = "", ...others] = people;
  await grantRole(pool, chairId, "chair");
  const scrutineerIds = others.slice(0, KEEPERS);
  for (const id of scrutineerIds) await grantRole(pool, id, "scrutineer");
  const signedIn = await signIn(pool, people);
  const connect = (id: string) =>
    LiveClient.connect(url, {
      cookie: signedIn.find(({ personId }) => personId === id)?.cookie ?? "",
    });
  const container = createContainer(testEnv(databaseUrl));
  try {
    const decisions = (await createSecretDecisions(container, assembly, [
      "scrutineers",
      "server",
    ])) as [string, string];
    const [sealedByScrutineers] = decisions;
    const actors = await signInAs(container, scrutineerIds);
    const keepers = await holdCeremony(container, assembly, [sealedByScrutineers], actors);
    const electors = signedIn.map(
      ({ personId, cookie }) => new StubbornElector(url, personId, cookie),
    );
    const urns = await container.api.decisions.ballotBox.keys(assembly.id);
    const chair = await connect(chairId);
    const clients = await Promise.all(scrutineerIds.map(connect));
    return {
      assemblyId: assembly.id,
      sealedByScrutineers,
      decisions,
      urns,
      electors,
      chair,
      keepers: keepers.map((keeper, at) => ({ ...keeper, client: clients[at] as LiveClient })),
      close: () => [chair, ...clients].forEach((client) => client.close()),
    };
  } finally {
    await container.close();
  }
}

export type LiveKeeper = TestKeeper & { client: LiveClient };

/** The urns as a member of the bureau sees them, whether or not a server is up at this moment. */
export function lookAtUrns(
  pool: Pool,
  assemblyId: string,
  actor: PersonActor,
): Promise<CeremonyView> {
  const assembly = { id: assemblyId, slug: "", title: {}, phase: "live" };
  return persistently(() => ceremonyView(pool, actor, assembly, "2026-06-01"));
}

/**
 * A keeper's open page: gives the share to whatever process opens, again whenever another one has
 * taken over, until the urn is open.
 */
export async function giveUntilOpened(
  pool: Pool,
  { assemblyId, sealedByScrutineers: decisionId }: SecretSession,
  { actor, shares, client }: LiveKeeper,
  look: () => Promise<unknown>,
): Promise<void> {
  const share = shares.get(decisionId);
  if (!share) throw new Error("no share to give");
  for (;;) {
    await look();
    const urn = urnIn(await lookAtUrns(pool, assemblyId, actor), decisionId);
    if (urn.stage === "opened") return;
    const given = urn.shares.some((one) => one.personId === actor.personId && one.given);
    if (!urn.opening || given) continue;
    const { opener, openerKey } = urn.opening;
    const key = Buffer.from(openerKey, "base64url");
    const sealed = await sealShare(key, openingContext(decisionId, opener), share);
    // Refused where that process died meanwhile: the next look finds another.
    await client.command("urn.give-share", { decisionId, opener, sealed: toBase64url(sealed) });
  }
}
