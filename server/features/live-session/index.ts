import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import type { SessionAudience } from "#wire/protocol.ts";
import type { Platform } from "../../platform/platform.ts";
import { liveSessionCommands } from "./commands.ts";
import { floorCommands } from "./floor/commands.ts";
import { pollCommands } from "./polls/commands.ts";
import { moderationLog, sessionPage } from "./queries.ts";
import { questionsCommands } from "./questions/commands.ts";
import { createQuestionsPart } from "./questions/index.ts";
import { createRehearsalPart } from "./rehearsal/index.ts";
import { liveSessionRooms } from "./rooms.ts";
import { createRollCache } from "./roll-cache.ts";
import { stageCommands } from "./stage/commands.ts";
import { createSupportQuestion } from "./support-question.ts";

/** The live session of an assembly: agenda, presence, questions, all of it live. */
export function createLiveSessionFeature(platform: Platform) {
  const rollOf = createRollCache();
  const rooms = liveSessionRooms(platform, rollOf);
  return {
    rooms,
    /** How many may vote in an assembly, 0 before its roll is taken. */
    rollPersons: async (assemblyId: string) => (await rollOf(platform.pool, assemblyId)).persons,
    /** Every act, by the name of its live command; forms run the same. */
    commands: {
      ...liveSessionCommands(platform, createSupportQuestion(platform)),
      ...floorCommands(platform),
      ...pollCommands(platform),
      ...stageCommands(platform),
      ...questionsCommands(platform),
    },
    questions: createQuestionsPart(platform),
    rehearsals: createRehearsalPart(platform),
    page: (actor: Actor, slug: string, audience: Exclude<SessionAudience, "mine">) =>
      sessionPage(platform, rooms, { actor, slug, audience }),
    /** Their next pages show what they did, however full the room is. */
    actedByForm: ({ personId }: PersonActor) =>
      platform.told.acted(personId, platform.clock.now().getTime()),
    moderationLog: (actor: Actor, assemblyId: string) =>
      moderationLog(platform.pool, actor, assemblyId),
  };
}
