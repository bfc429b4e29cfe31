import type { Platform } from "../../platform/platform.ts";
import type { CommandHandlers } from "../../realtime/command-handler.ts";
import { bookCommands } from "./book/commands.ts";
import { createWorkersBookPart } from "./book/index.ts";
import { workersDayCommands } from "./day/commands.ts";
import { createWorkersDayPart } from "./day/index.ts";
import { organiseCommands } from "./organise/commands.ts";
import { createOrganisePart } from "./organise/index.ts";
import { proposalCommands } from "./proposals/commands.ts";
import { createProposals, proposalJobs } from "./proposals/index.ts";
import { rankingCommands } from "./ranking/commands.ts";
import { createRanking } from "./ranking/index.ts";

/** The workers' assembly: from a campaign's answers to a book of demands that the board answers. */
export function createWorkersAssemblyFeature(platform: Platform) {
  const commands: CommandHandlers = {
    ...proposalCommands(platform),
    ...organiseCommands(platform),
    ...rankingCommands(platform),
    ...workersDayCommands(platform),
    ...bookCommands(platform),
  };
  return {
    commands,
    jobs: proposalJobs(platform),
    proposals: createProposals(platform),
    organise: createOrganisePart(platform),
    ranking: createRanking(platform),
    day: createWorkersDayPart(platform),
    book: createWorkersBookPart(platform),
  };
}
