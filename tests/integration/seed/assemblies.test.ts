import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeBallot } from "#domain/decisions/ballot.ts";
import { ballotOf } from "#domain/decisions/ballot-of.ts";
import { groupBallots } from "#domain/decisions/profile.ts";
import { countBy, type MethodName } from "#domain/decisions/registry.ts";
import { tieBreaker } from "#domain/decisions/tie.ts";
import { tallyResolution, type ResolutionRule } from "#domain/decisions/resolution.ts";
import { ASSEMBLY } from "../../../prisma/seed/assembly-ids.ts";
import { fingerprintOf } from "#server/features/minutes/fingerprint.ts";
import { openDemo, type Demo } from "./demo.ts";

let demo: Demo;

beforeAll(async () => {
  demo = await openDemo();
}, 120_000);

afterAll(() => demo.drop());

type Counted = {
  id: string;
  rule: ResolutionRule;
  frozen: Record<string, number>;
  report: Record<string, unknown>;
  hash: string;
};

function counted(assemblyId: string): Promise<Counted[]> {
  return demo.query<Counted>(
    `SELECT d.id, d.rule, d.frozen, t.report, t.ballots_hash AS hash
     FROM decision d JOIN tally t ON t.decision_id = d.id
     WHERE d.assembly_id = $1 AND d.phase = 'published' AND d.method = 'resolution'
     ORDER BY d.position`,
    [assemblyId],
  );
}

function ballotsOf(decisionId: string) {
  return demo.query<{ elector: string; option: "for" | "against" | "abstain"; entitled: boolean }>(
    `SELECT b.elector_id AS elector, b.option_id AS option,
       EXISTS (SELECT FROM roll_entry r
         WHERE r.assembly_id = d.assembly_id AND r.person_id = b.elector_id) AS entitled
     FROM ballot b JOIN decision d ON d.id = b.decision_id WHERE d.id = $1`,
    [decisionId],
  );
}

describe("the assembly of 18 June 2024", () => {
  it("has 841 voters, who each cast one ballot on each decision, all from the roll", async () => {
    const decisions = await counted(ASSEMBLY.of2024);
    expect(decisions.length).toBeGreaterThanOrEqual(5);
    const voters = new Set<string>();
    for (const { id } of decisions) {
      const ballots = await ballotsOf(id);
      expect(ballots).toHaveLength(841);
      expect(ballots.every(({ entitled }) => entitled)).toBe(true);
      for (const { elector } of ballots) voters.add(elector);
    }
    expect(voters.size).toBe(841);
  });

  it("has a roll between the stocks at both ends of the year", async () => {
    const [fact] = await demo.query<{ value: string; status: string }>(
      "SELECT value, status FROM dated_fact WHERE key = 'assembly.roll' AND year = 2024",
    );
    const [roll] = await demo.query<{ persons: number }>(
      "SELECT count(*)::int AS persons FROM roll_entry WHERE assembly_id = $1",
      [ASSEMBLY.of2024],
    );
    expect(Number(fact?.value)).toBe(roll?.persons);
    expect(fact?.status).toBe("invented");
    expect(roll?.persons).toBeGreaterThan(37_670);
    expect(roll?.persons).toBeLessThan(41_702);
  });

  it.each(["of2024", "withoutQuorum"] as const)("can be counted again: %s", async (key) => {
    for (const { id, rule, frozen, report, hash } of await counted(ASSEMBLY[key])) {
      const ballots = await ballotsOf(id);
      const count = (wanted: string) => ballots.filter(({ option }) => option === wanted).length;
      const again = tallyResolution({
        rule,
        counts: { for: count("for"), against: count("against"), abstain: count("abstain") },
        electorate: { persons: frozen.persons ?? 0, shares: frozen.shares ?? 0 },
        present: { persons: frozen.presentPersons ?? 0, shares: frozen.presentShares ?? 0 },
        holders: [],
      });
      expect(report).toEqual(JSON.parse(JSON.stringify(again)));
      const lines = ballots.map(({ elector, option }) => `${elector}:${option}`).sort();
      expect(hash).toBe(createHash("sha256").update(lines.join("\n")).digest("hex"));
    }
  });

  it("has consultations by other methods, which can be counted again without a tie", async () => {
    const consultations = await demo.query<{
      method: MethodName;
      rule: Record<string, unknown>;
      options: string[];
      report: { ties: unknown[] };
      contents: string[];
    }>(
      `SELECT d.method, d.rule, t.report,
         (SELECT array_agg(o.id ORDER BY o.position) FROM decision_option o
          WHERE o.decision_id = d.id) AS options,
         (SELECT array_agg(b.content) FROM ballot b WHERE b.decision_id = d.id) AS contents
       FROM decision d JOIN tally t ON t.decision_id = d.id
       WHERE d.assembly_id = $1 AND d.method <> 'resolution' ORDER BY d.method`,
      [ASSEMBLY.of2024],
    );
    expect(consultations.map(({ method }) => method)).toEqual([
      "equal-shares",
      "majority-judgment",
      "stv",
    ]);
    for (const { method, rule, options, report, contents } of consultations) {
      expect(contents).toHaveLength(841);
      const definition = ballotOf({ method, rule, options });
      const ballots = contents.map((content) => {
        const read = decodeBallot(content, definition);
        if (!read) throw new Error(content);
        return read;
      });
      const profile = groupBallots(options, ballots);
      const counted = countBy(method, profile, rule, tieBreaker({ kind: "none" }));
      if (!counted.ok) throw new Error(counted.refusal.code);
      expect(report).toEqual(JSON.parse(JSON.stringify(counted.value)));
      expect(report.ties).toEqual([]);
    }
  });

  it("adopted and rejected", async () => {
    const outcomes = (await counted(ASSEMBLY.of2024)).map(({ report }) => report.outcome);
    expect(new Set(outcomes)).toEqual(new Set(["adopted", "rejected"]));
  });
});

describe("the other past assemblies", () => {
  it("leave the statutes as they are where the shares present are too few", async () => {
    const decisions = await counted(ASSEMBLY.withoutQuorum);
    expect(decisions.map(({ report }) => report.outcome)).toEqual(["not-quorate", "not-quorate"]);
  });

  it("invent no ballot for 2023: only its number of voters is known", async () => {
    expect(await counted(ASSEMBLY.of2023)).toEqual([]);
    const facts = await demo.query<{ value: string; status: string }>(
      "SELECT value, status FROM dated_fact WHERE key = 'assembly.voters' ORDER BY year",
    );
    expect(facts).toEqual([
      { value: "1046.00", status: "sourced" },
      { value: "841.00", status: "sourced" },
      { value: null, status: "unknown" },
    ]);
  });
});

describe("the assembly of today", () => {
  it("is convened for today in Brussels, and its roll waits for the opening", async () => {
    const rows = await demo.query(
      `SELECT to_char(day, 'YYYY-MM-DD') AS day, phase, demo, roll_as_of AS roll,
         (SELECT count(*)::int FROM roll_entry r WHERE r.assembly_id = a.id) AS entitled
       FROM assembly a WHERE id = $1`,
      [ASSEMBLY.ofToday],
    );
    expect(rows).toEqual([
      { day: "2026-11-21", phase: "convened", demo: true, roll: null, entitled: 0 },
    ]);
  });

  it("has drafts of every kind, in the languages that count", async () => {
    const drafts = await demo.query<{ rule: ResolutionRule; texts: Record<string, unknown> }>(
      `SELECT rule, texts FROM decision
       WHERE assembly_id = $1 AND phase = 'draft' AND method = 'resolution'`,
      [ASSEMBLY.ofToday],
    );
    expect(drafts.length).toBeGreaterThanOrEqual(5);
    expect(new Set(drafts.map(({ rule }) => rule.majority))).toEqual(
      new Set(["simple", "three_quarters", "four_fifths"]),
    );
    for (const { rule, texts } of drafts) {
      expect(Object.keys(texts)).toEqual(expect.arrayContaining(["fr", "nl", "de", "en"]));
      if (rule.quorum) expect(rule.secondMeeting).toBe(true);
    }
  });

  it("has secret votes for each way to keep an urn, a rehearsal, and three scrutineers", async () => {
    const secret = await demo.query(
      `SELECT d.seal, d.phase, d.method FROM decision d JOIN assembly a ON a.id = d.assembly_id
       WHERE d.ballot_kind = 'secret' AND a.kind <> 'workers' ORDER BY d.seal, d.method`,
    );
    expect(secret).toEqual([
      { seal: "scrutineers", phase: "draft", method: "resolution" },
      { seal: "server", phase: "draft", method: "per-candidate" },
      { seal: "server", phase: "draft", method: "resolution" },
    ]);
    const rehearsals = await demo.query("SELECT method FROM decision WHERE rehearsal");
    expect(rehearsals).toEqual([{ method: "approval" }]);
    const scrutineers = await demo.query(
      "SELECT person_id FROM role_grant WHERE role = 'scrutineer' AND body = $1",
      [`assembly:${ASSEMBLY.ofToday}`],
    );
    expect(scrutineers).toHaveLength(3);
  });

  it("has documents whose two texts count, and questions that nobody has read", async () => {
    const documents = await demo.query<{ language: string; count: number }>(
      `SELECT language, count(*)::int AS count FROM item_document WHERE authoritative
       GROUP BY 1 ORDER BY 1`,
    );
    expect(documents.map(({ language }) => language)).toEqual(["fr", "nl"]);
    expect(documents[0]?.count).toBe(documents[1]?.count);
    const [questions] = await demo.query(
      `SELECT count(DISTINCT language)::int AS languages, bool_and(state = 'received') AS received,
         bool_and(seen_at IS NULL) AS unread FROM question WHERE assembly_id = $1`,
      [ASSEMBLY.ofToday],
    );
    expect(questions).toEqual({ languages: 4, received: true, unread: true });
  });
});

describe("questions of the past", () => {
  it("count their supports, and keep a written answer overdue", async () => {
    const wrong = await demo.query(
      `SELECT id FROM question q WHERE supports <>
         (SELECT count(*) FROM question_support s WHERE s.question_id = q.id)`,
    );
    expect(wrong).toEqual([]);
    const [owed] = await demo.query<{ overdue: number; waiting: number }>(
      `SELECT count(*) FILTER (WHERE answer_due_on < '2026-11-21')::int AS overdue,
         count(*) FILTER (WHERE answer_due_on >= '2026-11-21')::int AS waiting
       FROM question WHERE state = 'owed_written'`,
    );
    expect(owed).toEqual({ overdue: 1, waiting: 1 });
  });

  it("journals every step, from where the last one ended", async () => {
    const steps = await demo.query<{ id: string; last: string; state: string; joined: boolean }>(
      `SELECT q.id, q.state, (array_agg(m."to" ORDER BY m.at DESC))[1] AS last,
         bool_and(m."from" = coalesce(m.before, 'received')) AS joined
       FROM question q JOIN (
         SELECT *, lag("to") OVER (PARTITION BY question_id ORDER BY at) AS before
         FROM question_move) m ON m.question_id = q.id
       GROUP BY q.id`,
    );
    expect(steps.length).toBeGreaterThan(5);
    for (const { last, state, joined } of steps)
      expect({ last, joined }).toEqual({ last: state, joined: true });
  });
});

it("keeps the minutes of 2024, frozen, with votes that reconcile", async () => {
  type Minuted = { reconciliation: { unexplained: number; counted: number; ballots: number } };
  const [minutes] = await demo.query<{
    hash: string;
    document: { record: { items: { votes: Minuted[] }[] } };
  }>("SELECT hash, document FROM minutes WHERE assembly_id = $1", [ASSEMBLY.of2024]);
  expect(minutes?.hash).toBe(fingerprintOf(minutes?.document));
  const sheets = minutes?.document.record.items.flatMap(({ votes }) => votes) ?? [];
  expect(sheets.length).toBeGreaterThan(5);
  for (const { reconciliation } of sheets) {
    expect(reconciliation).toMatchObject({ unexplained: 0, counted: reconciliation.ballots });
  }
});

it("has labs whose figures are those of the reports: over 300, 200, more than 150 hours", async () => {
  const [labs] = await demo.query<{ interested: number; met: number; hours: number }>(
    `SELECT
       (SELECT count(*)::int FROM lab_person WHERE role <> 'co-facilitator') AS interested,
       (SELECT count(DISTINCT person_id)::int FROM lab_attendance) AS met,
       (SELECT sum(minutes_spent)::int / 60 FROM lab_meeting) AS hours`,
  );
  expect(labs).toEqual({ interested: 325, met: 200, hours: 158 });
});
