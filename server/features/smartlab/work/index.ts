import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import type { MinutesState } from "#wire/lab-minutes.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { CommandHandlers } from "../../../realtime/command-handler.ts";
import { charterPage } from "../charter/charter.ts";
import { datePolls } from "../dates/date-pages.ts";
import { decisionList, decisionPage } from "../decisions/decision-pages.ts";
import { threadList, threadPage } from "../discussion/talk-pages.ts";
import { talkRooms } from "../discussion/talk-room.ts";
import {
  addDocument,
  documentFile,
  documentList,
  type NewDocument,
} from "../documents/documents.ts";
import { minutesCommands } from "../minutes/commands.ts";
import { minutesList, minutesPage } from "../minutes/minutes-pages.ts";
import { minutesRooms, minutesState } from "../minutes/minutes-room.ts";
import { taskList } from "../tasks/tasks.ts";
import { workCommands } from "./commands.ts";
import { labInside } from "./frame.ts";

/** What the people of a lab work with: everything inside its page. */
export function createLabWorkFeature(platform: Platform) {
  const commands: CommandHandlers = { ...minutesCommands(platform), ...workCommands(platform) };
  return {
    commands,
    rooms: minutesRooms(platform),
    talkRooms: talkRooms(platform),
    minutesList: (actor: Actor, slug: string) => minutesList(platform, actor, slug),
    minutes: (actor: Actor, of: { slug: string; minutesId: string; version?: number }) =>
      minutesPage(platform, actor, of),
    /** What a browser that writes has missed. */
    minutesState: async (
      actor: Actor,
      of: { minutesId: string; since: number },
    ): Promise<Result<MinutesState>> => {
      const lab = await labInside(platform.pool, actor, { of: "minutes", id: of.minutesId });
      return lab.ok ? ok(await minutesState(platform.pool, of)) : lab;
    },
    threads: (actor: Actor, of: { slug: string; page: number }) => threadList(platform, actor, of),
    thread: (actor: Actor, of: { slug: string; threadId: string; page?: number }) =>
      threadPage(platform, actor, of),
    tasks: (actor: Actor, slug: string) => taskList(platform, actor, slug),
    decisions: (actor: Actor, slug: string) => decisionList(platform, actor, slug),
    decision: (actor: Actor, of: { slug: string; decisionId: string }) =>
      decisionPage(platform, actor, of),
    dates: (actor: Actor, slug: string) => datePolls(platform, actor, slug),
    charter: (actor: Actor, slug: string) => charterPage(platform, actor, slug),
    documents: (actor: Actor, slug: string) => documentList(platform, actor, slug),
    document: (actor: Actor, of: { slug: string; documentId: string }) =>
      documentFile(platform, actor, of),
    addDocument: (actor: Actor, document: NewDocument) => addDocument(platform, actor, document),
  };
}
