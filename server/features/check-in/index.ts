import type { Actor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import { ok } from "#domain/kernel/result.ts";
import type { RateLimits } from "../../auth/rate-limits.ts";
import type { Auth } from "../../auth/sessions.ts";
import type { Visitor } from "../../auth/sign-in-tools.ts";
import type { Platform } from "../../platform/platform.ts";
import { createSealing } from "../../platform/sealing.ts";
import type { RoomKind } from "../../realtime/room-kind.ts";
import { attendanceCsv } from "./attendance-csv.ts";
import { attendanceList } from "./attendance-list.ts";
import { attendancePdf } from "./attendance-pdf.ts";
import { checkInCommands } from "./commands.ts";
import { doorList, findAtDoor, passAssembly } from "./door-list.ts";
import { doorNews } from "./door-news.ts";
import { doorPage } from "./door-page.ts";
import { enterWithPass } from "./enter-with-pass.ts";
import { createGuestView } from "./guest-view.ts";
import { ownPassPage, passPicture } from "./own-pass-page.ts";
import { makePasses } from "./passes.ts";
import { posters } from "./poster.ts";
import { presenceDay } from "./presence-day.ts";
import { qrPicture } from "#app/features/check-in/qr-picture.ts";
import { mailPasses } from "./send-passes.ts";
import { assemblyById } from "./site-sql.ts";
import { createWayInKeys } from "./way-in-keys.ts";
import { wayInPage } from "./way-in-page.ts";

export { qrPicture };

type Tools = { auth: Pick<Auth, "startSession"> & { limits: RateLimits }; rooms: RoomKind };

/** Passes for who writes to many: made for everybody expected, and where each leads. */
export function createPasses(platform: Platform) {
  const keys = createWayInKeys(createSealing(platform.env));
  return {
    makeAll: async (assemblyId: string): Promise<void> => {
      const head = await assemblyById(platform.pool, assemblyId);
      if (head) await makePasses(platform, keys, await passAssembly(platform.pool, head));
    },
    /** A whole address, of the pass with this serial. */
    addressOf: (assemblyId: string, personId: string, serial: number): string =>
      `${platform.env.publicUrl}/e/${keys.passToken(assemblyId, personId, serial)}`,
    pictureOf: (address: string) => qrPicture(address),
  };
}
export type Passes = ReturnType<typeof createPasses>;

/** The way in: short addresses, personal passes, doors; and presence as it was at any minute. */
export function createCheckInFeature(platform: Platform, { auth, rooms }: Tools) {
  const keys = createWayInKeys(createSealing(platform.env));
  const made = new Map<string, number>();
  return {
    commands: checkInCommands(platform, keys),
    wayIn: (actor: Actor, code: string) => wayInPage(platform, actor, code),
    posters: (actor: Actor, input: { slug: string; site?: string }) =>
      posters(platform, keys, actor, input),
    ownPass: (actor: Actor, slug: string) => ownPassPage(platform, keys, actor, slug),
    passPicture: (path: string) => passPicture(platform, path),
    enterWithPass: (actor: Actor, input: { token: string; code: string }, visitor: Visitor) =>
      enterWithPass({ platform, keys, auth, limits: auth.limits }, actor, input, visitor),
    guestView: createGuestView(platform, rooms),
    doorPage: (actor: Actor, input: { slug: string; site?: string; query: string }) =>
      doorPage(platform, keys, actor, input),
    doorList: (actor: Actor, input: { slug: string }) => doorList(platform, keys, actor, input),
    findAtDoor: (actor: Actor, input: { slug: string; query: string }) =>
      findAtDoor(platform, actor, input),
    doorNews: (actor: Actor, input: { slug: string; since: number }) =>
      doorNews(platform, actor, input),
    presenceDay: (actor: Actor, input: { slug: string; minute?: string }) =>
      presenceDay(platform, actor, input),
    attendanceCsv: async (actor: Actor, slug: string, language: Language) => {
      const list = await attendanceList(platform, actor, slug);
      return list.ok ? ok(attendanceCsv(list.value, language)) : list;
    },
    attendancePdf: async (actor: Actor, slug: string, language: Language) => {
      const list = await attendanceList(platform, actor, slug);
      return list.ok ? ok(await attendancePdf(list.value, language)) : list;
    },
    /** Job process: passes that were asked for go out, a slice at a time. */
    mailPasses: () => mailPasses(platform, keys, made),
  };
}
