import pg from "pg";
import { dayInBrussels } from "../../app/domain/kernel/day.ts";
import { seedAssemblies } from "./assembly.ts";
import { seedCheckIn } from "./check-in.ts";
import { seedConvocation } from "./convocation.ts";
import { seedNextAssembly } from "./convocation-next.ts";
import { seedCodev } from "./codev.ts";
import { fullName, PROFILE_VERSION, seedDecisions, seedProfile } from "./decisions.ts";
import { keysAtTheEnd } from "./keys.ts";
import { seedLedger } from "./ledger.ts";
import { seedLiveSession } from "./live-session.ts";
import { seedMembership } from "./membership.ts";
import { seedMinutes } from "./minutes.ts";
import { seededRandom } from "./random.ts";
import { seedNotices, seedSolicitations } from "./notifications.ts";
import { seedProgramme } from "./programme.ts";
import { seedReports } from "./reports.ts";
import { seedLabWork } from "./lab-work.ts";
import { seedSmartlabs } from "./smartlab.ts";
import { seedLabsInLedger } from "./smartlab-ledger.ts";
import { seedStage } from "./stage.ts";
import { seedSurveys } from "./surveys.ts";
import { seedWorkersAssemblies } from "./workers-assembly.ts";

/** Whether nothing was ever put into this database: nobody in the register and no assembly. */
export async function isEmpty(databaseUrl: string): Promise<boolean> {
  return withClient(databaseUrl, hasNothing);
}

/**
 * Fills an empty database with the demo cooperative: the size and the published figures of a real
 * one, with invented people. One transaction, the same result every time but for the days that
 * follow `now`. Throws where anything is in the database already.
 */
export async function seedDemo(
  databaseUrl: string,
  report: (line: string) => void,
  now: Date = new Date(),
): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(hashtext('palabre.seed'))");
    if (!(await hasNothing(client))) {
      throw new Error("the demo is only put into an empty database: this one holds data");
    }
    await keysAtTheEnd(client, () => fill(client, report, now));
    await client.query("commit");
    await analyzeRest(client);
  });
}

async function fill(client: pg.Client, report: (line: string) => void, now: Date): Promise<void> {
  const random = seededRandom(41_702);
  const today = dayInBrussels(now);
  const people = await seedMembership(client, random, today);
  report(`${people.persons.toLocaleString("en")} invented people and their memberships`);
  // Without figures of forty thousand new rows the planner takes the long way round, again and again.
  await client.query("analyze person, membership_event, affiliation, role_grant");
  await seedProfile(client);
  const coopted = fullName(people.coopted);
  const assemblies = await seedAssemblies(client, PROFILE_VERSION, today, coopted);
  const { voters, rollOf2024 } = await seedDecisions(client, random, assemblies, people);
  report("five assemblies: two of past years, one without a quorum, today’s, one in preparation");
  await seedLiveSession(client, assemblies, voters, now);
  await seedStage(client, assemblies);
  await seedCheckIn(client, assemblies.ofToday);
  await seedNextAssembly(client, today);
  await seedMinutes(client, assemblies);
  await seedProgramme(client, random, assemblies.ofToday, voters);
  await seedSmartlabs(client, now, today);
  await seedLabWork(client, today);
  await seedLedger(client, today);
  await seedLabsInLedger(client, today);
  await seedConvocation(client, assemblies.ofToday);
  await seedCodev(client, voters, now);
  await seedSurveys(client, random, today);
  await seedWorkersAssemblies(client, today);
  await seedSolicitations(client, today);
  await seedNotices(client, now);
  await seedReports(client, [
    {
      key: "assembly.roll",
      year: 2024,
      value: rollOf2024,
      unit: "members",
      note: "roll-invented",
    },
  ]);
  report("the published figures of 2023 to 2025");
}

/** Figures for the planner of what has none yet: the largest tables had theirs on the way. */
async function analyzeRest(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ tables: string }>(
    `select string_agg(quote_ident(tablename), ', ') as tables from pg_tables
     where schemaname = 'public'
       and tablename not in (select tablename from pg_stats where schemaname = 'public')`,
  );
  await client.query(`analyze ${rows[0]!.tables}`);
}

async function hasNothing(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean }>(
    `select not exists (select from person) and not exists (select from assembly) as empty`,
  );
  return rows[0]?.empty === true;
}

async function withClient<T>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
