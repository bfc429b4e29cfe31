import type { JobHandlers } from "../../platform/jobs.ts";
import type { Platform } from "../../platform/platform.ts";
import { createMailCarrier } from "./mail-carrier.ts";
import { storedMails } from "./queries.ts";
import { sendMail, unsentMails } from "./send-mail.ts";

/** A mail that has waited this long has probably lost its job. */
const LOST_AFTER_MS = 30_000;

/** Mails, in the reader's language. */
export function createNotificationsFeature(platform: Platform) {
  const { env, pool, clock, jobs: queue } = platform;
  const carrier = createMailCarrier(env);
  const jobs: JobHandlers = {
    "mail.send": ({ mailId }) => sendMail(platform, carrier, mailId),
  };
  return {
    storedMails: (asked: { loopback: boolean }) => storedMails(platform, asked),
    enqueueUnsent: async () => {
      const before = new Date(clock.now().getTime() - LOST_AFTER_MS);
      for (const mailId of await unsentMails(pool, before)) {
        await queue.add("mail.send", mailId, { mailId });
      }
    },
    jobs,
  };
}
