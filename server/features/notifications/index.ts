import type { JobHandlers } from "../../platform/jobs.ts";
import type { Platform } from "../../platform/platform.ts";
import { createMailCarrier } from "./mail-carrier.ts";
import { storedMails } from "./queries.ts";
import { sendMail, unsentMails } from "./send-mail.ts";

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
      for (const mailId of await unsentMails(pool, clock.now())) {
        await queue.add("mail.send", mailId, { mailId });
      }
    },
    jobs,
  };
}
