import type { Actor } from "#domain/kernel/actor.ts";
import type { JobHandlers } from "../../platform/jobs.ts";
import type { Platform } from "../../platform/platform.ts";
import { endRole } from "./end-role.ts";
import { grantRole } from "./grant-role.ts";
import { listGrants } from "./grants.ts";
import { listImports, registerFigures } from "./queries.ts";
import { listRepresented, nameRepresentative } from "./representations.ts";
import { runImport } from "./run-import.ts";
import { enqueueUnfinishedImports, startImport, writeImport } from "./start-import.ts";

type NewGrant = Parameters<typeof grantRole>[2];
type NewRepresentative = Parameters<typeof nameRepresentative>[2];

/** The register of members: figures, imports, roles, representatives. */
export function createMembershipFeature(platform: Platform) {
  const jobs: JobHandlers = {
    "register.import": ({ importId }, tools) => runImport(platform, importId, tools),
  };
  return {
    registerFigures: (actor: Actor, input: { asOf?: string }) =>
      registerFigures(platform, actor, input),

    listImports: (actor: Actor) => listImports(platform, actor),
    startImport: (actor: Actor, input: { fileName: string; content: Uint8Array }) =>
      startImport(platform, actor, input),
    writeImport: (actor: Actor, input: { importId: string }) => writeImport(platform, actor, input),
    enqueueUnfinishedImports: () => enqueueUnfinishedImports(platform),

    listGrants: (actor: Actor) => listGrants(platform, actor),
    grantRole: (actor: Actor, input: NewGrant) => grantRole(platform, actor, input),
    endRole: (actor: Actor, input: { grantId: string; reason: string }) =>
      endRole(platform, actor, input),

    listRepresented: (actor: Actor) => listRepresented(platform, actor),
    nameRepresentative: (actor: Actor, input: NewRepresentative) =>
      nameRepresentative(platform, actor, input),

    jobs,
  };
}
