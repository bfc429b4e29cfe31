import { createAuthFeature } from "./auth/index.ts";
import { createSessionCookies, type SessionCookies } from "./auth/session-cookies.ts";
import { createAssemblyFeature } from "./features/assembly/index.ts";
import { createCheckInFeature } from "./features/check-in/index.ts";
import { createConvocationFeature } from "./features/convocation/index.ts";
import { createCodevFeature } from "./features/codev/index.ts";
import { createCodevSessionPart } from "./features/codev/session/index.ts";
import { createDecisionsFeature } from "./features/decisions/index.ts";
import { createHomeFeature } from "./features/home/index.ts";
import { createLedgerFeature } from "./features/ledger/index.ts";
import { createLiveSessionFeature } from "./features/live-session/index.ts";
import { createMandatesFeature } from "./features/mandates/index.ts";
import { createMembershipFeature } from "./features/membership/index.ts";
import { createMinutesFeature } from "./features/minutes/index.ts";
import { createProgrammeFeature } from "./features/programme/index.ts";
import { createNotificationsFeature } from "./features/notifications/index.ts";
import { createReportsFeature } from "./features/reports/index.ts";
import { createSmartlabFeature } from "./features/smartlab/index.ts";
import { createLabWorkFeature } from "./features/smartlab/work/index.ts";
import { createSurveysFeature } from "./features/surveys/index.ts";
import { createWorkersAssemblyFeature } from "./features/workers-assembly/index.ts";
import { systemClock } from "./platform/clock.ts";
import { connectDatabase } from "./platform/database.ts";
import type { Env } from "./platform/env.ts";
import { createJobQueue } from "./platform/jobs-bullmq.ts";
import type { JobHandlers } from "./platform/jobs.ts";
import { createLog } from "./platform/log.ts";
import { createOutbox } from "./platform/outbox-dispatcher.ts";
import type { Platform } from "./platform/platform.ts";
import { systemRandom } from "./platform/random.ts";
import { createPostgresWakeBus } from "./platform/wake-postgres.ts";
import { createRedisWakeBus } from "./platform/wake-redis.ts";
import type { CommandHandlers } from "./realtime/command-handler.ts";
import { ToldViews } from "./realtime/told-views.ts";
import type { RoomKind } from "./realtime/room-kind.ts";

/** The use-cases by feature, as routes meet them. */
export type Api = ReturnType<typeof createFeatures>;

export type Container = {
  platform: Platform;
  api: Api;
  sessions: SessionCookies;
  rooms: RoomKind[];
  commands: CommandHandlers;
  jobs: JobHandlers;
  close: () => Promise<void>;
};

/** Everything a process needs, made once. `replace` hands in a test's clock or random. */
export function createContainer(env: Env, replace: Partial<Platform> = {}): Container {
  const log = replace.log ?? createLog(env);
  const database = connectDatabase(env.databaseUrl, log);
  const { pool, db } = database;
  const wake = env.redisUrl
    ? createRedisWakeBus(env.redisUrl, log)
    : createPostgresWakeBus(env.databaseUrl, pool, log);
  const jobs = createJobQueue(env, log);
  const outbox = createOutbox(pool, jobs, wake, log);
  const platform: Platform = {
    env,
    log,
    clock: systemClock,
    random: systemRandom,
    db,
    pool,
    wake,
    told: new ToldViews(),
    jobs,
    outbox,
    ...replace,
  };
  const api = createFeatures(platform);
  return {
    platform,
    api,
    sessions: createSessionCookies(env),
    rooms: [
      api.liveSession.rooms,
      api.labWork.rooms,
      api.labWork.talkRooms,
      api.codevSession.rooms,
      api.workersAssembly.day.rooms,
      api.notifications.rooms,
    ],
    commands: api.commands,
    jobs: {
      ...api.decisions.jobs,
      ...api.membership.jobs,
      ...api.workersAssembly.jobs,
      ...api.notifications.jobs,
      ...api.liveSession.rehearsals.jobs,
    },
    close: async () => {
      await api.auth.close();
      await outbox.close();
      await wake.close();
      await jobs.close();
      await database.close();
    },
  };
}

function createFeatures(platform: Platform) {
  const auth = createAuthFeature(platform);
  const liveSession = createLiveSessionFeature(platform);
  const smartlab = createSmartlabFeature(platform);
  const features = {
    auth,
    membership: createMembershipFeature(platform),
    notifications: createNotificationsFeature(platform),
    home: createHomeFeature(platform),
    assembly: createAssemblyFeature(platform, liveSession.rollPersons),
    liveSession,
    decisions: createDecisionsFeature(platform),
    mandates: createMandatesFeature(platform),
    minutes: createMinutesFeature(platform),
    programme: createProgrammeFeature(platform, smartlab.meetingsOf),
    codev: createCodevFeature(platform),
    codevSession: createCodevSessionPart(platform),
    convocation: createConvocationFeature(platform),
    ledger: createLedgerFeature(platform),
    reports: createReportsFeature(platform),
    surveys: createSurveysFeature(platform),
    workersAssembly: createWorkersAssemblyFeature(platform),
    smartlab,
    labWork: createLabWorkFeature(platform),
    checkIn: createCheckInFeature(platform, { auth, rooms: liveSession.rooms }),
  };
  return { ...features, commands: commandsOf(features) };
}

/** Every act by the name of its live command, whatever feature has it; forms run the same. */
function commandsOf(features: Record<string, object>): CommandHandlers {
  const all = Object.values(features).map((feature) =>
    "commands" in feature ? (feature.commands as CommandHandlers) : {},
  );
  return Object.assign({}, ...all) as CommandHandlers;
}
