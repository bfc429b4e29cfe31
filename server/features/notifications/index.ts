import type { Actor } from "#domain/kernel/actor.ts";
import type { Language, Translated } from "#domain/kernel/languages.ts";
import type { QuietHours } from "#domain/notifications/choices.ts";
import type { ChosenFor } from "#wire/notifications.ts";
import type { ProofQuery } from "#wire/proofs.ts";
import type {
  CancelledSolicitation,
  MovedSolicitation,
  NewSolicitation,
  StatutoryNotice,
} from "#wire/solicitations.ts";
import type { JobHandlers } from "../../platform/jobs.ts";
import type { Platform } from "../../platform/platform.ts";
import {
  addQuietPeriod,
  askMembers,
  changeCap,
  informMembers,
  remindOfPromises,
  removeQuietPeriod,
} from "./arrange-solicitations.ts";
import {
  answerSolicitation,
  cancelSolicitation,
  moveSolicitation,
} from "./change-solicitations.ts";
import { choicesPage, chooseFor, keepQuietHours } from "./choices.ts";
import { writeDigests } from "./digests.ts";
import { createMailCarrier } from "./mail-carrier.ts";
import { mailNotices } from "./mail-notices.ts";
import { NEWS_ROOM_KIND } from "./news-room.ts";
import { deleteOldNotices, markRead, noticesPage } from "./notices.ts";
import { proofCsv, proofPage, proofsPage } from "./proofs.ts";
import { storedMails } from "./queries.ts";
import { solicitationsPage } from "./solicitations-page.ts";
import { sendMail, unsentMails } from "./send-mail.ts";
import { unreadCount } from "./unread.ts";
import { createUnsubscribeLinks, unsubscribe, whatEnds } from "./unsubscribe.ts";

/** What people are told: on their page, by mail, in digests; in the reader's language. */
export function createNotificationsFeature(platform: Platform) {
  const { env, pool, clock, jobs: queue } = platform;
  const carrier = createMailCarrier(env);
  const links = createUnsubscribeLinks(env);
  const jobs: JobHandlers = {
    "mail.send": ({ mailId }) => sendMail(platform, carrier, mailId),
  };
  return {
    storedMails: (asked: { loopback: boolean }) => storedMails(platform, asked),
    enqueueUnsent: async () => {
      for (const mailId of await unsentMails(pool, clock.now())) {
        await queue.add("mail.send", mailId, { mailId });
      }
    },
    page: (actor: Actor, input: { language: Language; before?: string }) =>
      noticesPage(platform, actor, input),
    rooms: NEWS_ROOM_KIND,
    unread: (personId: string) => unreadCount(pool, personId),
    markRead: (actor: Actor, input: { noticeId?: string }) => markRead(platform, actor, input),
    choices: (actor: Actor, language: Language) => choicesPage(platform, actor, language),
    choose: (actor: Actor, input: ChosenFor) => chooseFor(platform, actor, input),
    keepQuietHours: (actor: Actor, input: QuietHours) => keepQuietHours(platform, actor, input),
    whatEnds: (input: { token: string; language: Language }) => whatEnds(platform, links, input),
    unsubscribe: (token: string) => unsubscribe(platform, links, token),
    /** Job process: what cannot wait, a slice at a time. */
    mailNotices: () => mailNotices(platform, links),
    writeDigests: () => writeDigests(platform, links),
    deleteOld: () => deleteOldNotices(platform),
    solicitations: (actor: Actor, input: { before?: string }) =>
      solicitationsPage(platform, actor, input),
    arrange: {
      ask: (actor: Actor, input: NewSolicitation) => askMembers(platform, actor, input),
      answer: (actor: Actor, input: { solicitationId: string; became: Translated }) =>
        answerSolicitation(platform, actor, input),
      cancel: (actor: Actor, input: CancelledSolicitation) =>
        cancelSolicitation(platform, actor, input),
      move: (actor: Actor, input: MovedSolicitation) => moveSolicitation(platform, actor, input),
      inform: (actor: Actor, input: StatutoryNotice) => informMembers(platform, actor, input),
      cap: (actor: Actor, input: { most: number; days: number }) =>
        changeCap(platform, actor, input),
      addQuiet: (actor: Actor, input: { firstDay: string; lastDay: string; titles: Translated }) =>
        addQuietPeriod(platform, actor, input),
      removeQuiet: (actor: Actor, input: { id: string }) =>
        removeQuietPeriod(platform, actor, input),
    },
    proofs: {
      page: (actor: Actor, input: { language: Language; before?: string | undefined }) =>
        proofsPage(platform, actor, input),
      of: (actor: Actor, input: ProofQuery & { language: Language }) =>
        proofPage(platform, actor, input),
      csv: (actor: Actor, input: { key: string; language: Language }) =>
        proofCsv(platform, actor, input),
    },
    /** Job process: promises whose day has passed. */
    remindOfPromises: () => remindOfPromises(platform),
    jobs,
  };
}
