import type { Container } from "../server/container.ts";

type Schedule = { name: string; everyMs: number; run: (container: Container) => Promise<unknown> };

const MINUTE = 60_000;

/**
 * What is done again and again. Each run reads the state and does what is missing, so a run more
 * or a run less harms nothing; several job processes may do the same at once.
 */
const SCHEDULES: readonly Schedule[] = [
  {
    // A count whose job died with its queue.
    name: "uncounted decisions",
    everyMs: 3_000,
    run: ({ api }) => api.decisions.enqueueMissingCounts(),
  },
  {
    name: "counts by other methods",
    everyMs: 5_000,
    run: ({ api }) => api.decisions.results.compareMissing(),
  },
  {
    name: "votes with an hour of their own",
    everyMs: 1_000,
    run: ({ api }) => api.decisions.keepWindows(),
  },
  {
    name: "votes of several days, past their half",
    everyMs: MINUTE,
    run: ({ api }) => api.decisions.remindVoters(),
  },
  {
    // Well within the time after which another process takes over.
    name: "urns being opened",
    everyMs: 1_000,
    run: ({ api }) => api.decisions.urns.tendOpenings(),
  },
  {
    name: "urns without keys",
    everyMs: 2_000,
    run: ({ api }) => api.decisions.ballotBox.prepareUrns(),
  },
  {
    name: "latecomers' credentials",
    everyMs: 1_000,
    run: ({ api }) => api.decisions.ballotBox.releaseBatches(),
  },
  {
    name: "bursts of support whose time is over",
    everyMs: 1_000,
    run: ({ api }) => api.liveSession.questions.finishBursts(),
  },
  {
    name: "answers that are owed",
    everyMs: 10 * MINUTE,
    run: ({ api }) => api.liveSession.questions.remindOwners(),
  },
  {
    name: "rehearsals left behind",
    everyMs: 10_000,
    run: ({ api }) => api.liveSession.rehearsals.clearAbandoned(),
  },
  {
    name: "unfinished imports",
    everyMs: 10_000,
    run: ({ api }) => api.membership.enqueueUnfinishedImports(),
  },
  {
    name: "unsent mails",
    everyMs: 10_000,
    run: ({ api }) => api.notifications.enqueueUnsent(),
  },
  {
    name: "notices that cannot wait",
    everyMs: 5_000,
    run: ({ api }) => api.notifications.mailNotices(),
  },
  {
    name: "digests",
    everyMs: MINUTE,
    run: ({ api }) => api.notifications.writeDigests(),
  },
  {
    name: "promises that are overdue",
    everyMs: 10 * MINUTE,
    run: ({ api }) => api.notifications.remindOfPromises(),
  },
  {
    name: "old notices",
    everyMs: 10 * MINUTE,
    run: ({ api }) => api.notifications.deleteOld(),
  },
  {
    name: "passes to be mailed",
    everyMs: 5_000,
    run: ({ api }) => api.checkIn.mailPasses(),
  },
  {
    name: "convocations that were sent",
    everyMs: 5_000,
    run: ({ api }) => api.convocation.mailAddressees(),
  },
  {
    name: "sessions that changed",
    everyMs: 10_000,
    run: ({ api }) => api.programme.tellOfChanges(),
  },
  {
    name: "sessions of tomorrow",
    everyMs: MINUTE,
    run: ({ api }) => api.programme.remindOfTomorrow(),
  },
  {
    name: "labs that are silent",
    everyMs: 60 * MINUTE,
    run: ({ api }) => api.smartlab.tend(),
  },
  {
    name: "lab meetings of tomorrow",
    everyMs: 10 * MINUTE,
    run: ({ api }) => api.smartlab.remindOfMeetings(),
  },
  {
    name: "answers of hubs whose day is over",
    everyMs: 60 * MINUTE,
    run: ({ api }) => api.smartlab.remindOfAnswers(),
  },
  {
    name: "answers owed in the ledger",
    everyMs: 60 * MINUTE,
    run: ({ api }) => api.ledger.remind(),
  },
  {
    name: "co-development groups",
    everyMs: MINUTE,
    run: ({ api }) => api.codev.keep(),
  },
  {
    name: "surveys that close, trays that fill",
    everyMs: MINUTE,
    run: ({ api }) => api.surveys.keep(),
  },
  {
    name: "proposals to be compared",
    everyMs: 10_000,
    run: ({ api }) => api.workersAssembly.proposals.enqueueMissing(),
  },
  {
    name: "offers to merge whose day is over",
    everyMs: 10 * MINUTE,
    run: ({ api }) => api.workersAssembly.proposals.lapse(),
  },
  {
    name: "rolls of workers' assemblies to be told",
    everyMs: MINUTE,
    run: ({ api }) => api.workersAssembly.ranking.tell(),
  },
  {
    // Readers that were away longer get a snapshot.
    name: "old deltas",
    everyMs: MINUTE,
    run: ({ platform }) =>
      platform.pool.query("DELETE FROM live_delta WHERE at < now() - interval '5 minutes'"),
  },
  {
    // A browser gives up on a command long before.
    name: "old receipts",
    everyMs: 10 * MINUTE,
    run: ({ platform }) =>
      platform.pool.query(
        "DELETE FROM command_receipt WHERE created_at < now() - interval '2 days'",
      ),
  },
  {
    name: "dispatched events",
    everyMs: 10 * MINUTE,
    run: ({ platform }) =>
      platform.pool.query(
        "DELETE FROM outbox_event WHERE dispatched_at < now() - interval '1 day'",
      ),
  },
  {
    name: "ended sign-ins",
    everyMs: 10 * MINUTE,
    run: ({ api }) => api.auth.deleteExpired(),
  },
];

export function startSchedules(container: Container): { close: () => void } {
  const timers = SCHEDULES.map((schedule) => {
    let running = false;
    return setInterval(() => {
      if (running) return;
      running = true;
      schedule
        .run(container)
        .catch((error: Error) =>
          container.platform.log.warn({ message: error.message }, `schedule: ${schedule.name}`),
        )
        .finally(() => (running = false));
    }, schedule.everyMs);
  });
  return { close: () => timers.forEach(clearInterval) };
}
