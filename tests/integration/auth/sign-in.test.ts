import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANONYMOUS, codeFor, createSignInWorld, type SignInWorld } from "./sign-in-world.ts";

let world: SignInWorld;
beforeAll(async () => {
  world = await createSignInWorld(8);
});
afterAll(() => world.close());

const auth = () => world.container.api.auth;
const UNKNOWN = "nobody@elsewhere.example";

describe("a code", () => {
  it("opens a session once", async () => {
    const { challengeId, code } = await codeFor(world, world.addressOf(0));
    const first = await auth().verifyCode(ANONYMOUS, { challengeId, code }, world.visitor());
    expect(first.ok).toBe(true);
    const second = await auth().verifyCode(ANONYMOUS, { challengeId, code }, world.visitor());
    expect(second).toMatchObject({ ok: false, refusal: { code: "code-expired" } });
  });

  it("opens one session when two devices send it at the same time", async () => {
    const { challengeId, code } = await codeFor(world, world.addressOf(1));
    const both = await Promise.all(
      [1, 2].map(() => auth().verifyCode(ANONYMOUS, { challengeId, code }, world.visitor())),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is closed after five wrong attempts, also in parallel, even for the right code", async () => {
    const { challengeId, code } = await codeFor(world, world.addressOf(2));
    const wrong = code === "000000" ? "000001" : "000000";
    const attempts = await Promise.all(
      Array.from({ length: 8 }, () =>
        auth().verifyCode(ANONYMOUS, { challengeId, code: wrong }, world.visitor()),
      ),
    );
    const codes = attempts.map((result) => (result.ok ? "ok" : result.refusal.code));
    expect(codes.filter((each) => each === "wrong-code")).toHaveLength(5);
    expect(codes.filter((each) => each === "code-expired")).toHaveLength(3);
    const right = await auth().verifyCode(ANONYMOUS, { challengeId, code }, world.visitor());
    expect(right).toMatchObject({ ok: false, refusal: { code: "code-expired" } });
  });

  it("expires after fifteen minutes, and its link with it", async () => {
    const { challengeId, code, token } = await codeFor(world, world.addressOf(3));
    world.clock.advance(15 * 60_000 + 1);
    const late = [
      await auth().verifyCode(ANONYMOUS, { challengeId, code }, world.visitor()),
      await auth().verifyLink(ANONYMOUS, { token }, world.visitor()),
    ];
    for (const result of late) expect(result).toMatchObject({ refusal: { code: "code-expired" } });
  });

  it("is in no table but the mail's", async () => {
    const { code, token } = await codeFor(world, world.addressOf(4));
    const { rows } = await world.pool.query<{ row: string }>(
      "SELECT to_jsonb(c)::text AS row FROM sign_in_challenge c",
    );
    const table = rows.map(({ row }) => row).join("\n");
    expect(table).not.toContain(token);
    expect(table).not.toContain(`"${code}"`);
    const outbox = await world.pool.query<{ row: string }>(
      "SELECT payload::text AS row FROM outbox_event",
    );
    expect(outbox.rows.map(({ row }) => row).join("\n")).not.toContain(token);
  });
});

describe("a link", () => {
  it("signs in once; the code of the same mail is then used up too", async () => {
    const { challengeId, code, token } = await codeFor(world, world.addressOf(5));
    const first = await auth().verifyLink(ANONYMOUS, { token }, world.visitor());
    expect(first.ok).toBe(true);
    const again = await auth().verifyLink(ANONYMOUS, { token }, world.visitor());
    const byCode = await auth().verifyCode(ANONYMOUS, { challengeId, code }, world.visitor());
    for (const result of [again, byCode]) {
      expect(result).toMatchObject({ ok: false, refusal: { code: "code-expired" } });
    }
  });
});

describe("an unknown address", () => {
  async function rowsOf(address: string): Promise<Record<string, number>> {
    const before = await counts();
    const visitor = world.visitor();
    const answer = await auth().requestSignIn({ address, language: "nl" }, visitor);
    expect(Object.keys(answer.ok ? answer.value : {})).toEqual(["challengeId"]);
    const after = await counts();
    return Object.fromEntries(
      Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)]),
    );
  }
  async function counts(): Promise<Record<string, number>> {
    const { rows } = await world.pool.query<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM sign_in_challenge) AS challenges,
         (SELECT count(*)::int FROM mail) AS mails,
         (SELECT count(*)::int FROM outbox_event) AS events,
         (SELECT count(*)::int FROM rate_limit) AS limits`,
    );
    return rows[0] ?? {};
  }

  it("gets the same answer, and the same rows are written", async () => {
    const known = await rowsOf(world.addressOf(6));
    const unknown = await rowsOf(UNKNOWN);
    expect(unknown).toEqual(known);
    expect(known).toMatchObject({ challenges: 1, mails: 1, events: 1 });
  });

  it("is not kept, and its mail goes nowhere", async () => {
    await auth().requestSignIn({ address: UNKNOWN, language: "nl" }, world.visitor());
    const { rows } = await world.pool.query<{ id: string }>(
      "SELECT id FROM mail WHERE recipient = ''",
    );
    expect(rows.length).toBeGreaterThan(0);
    const send = world.container.jobs["mail.send"];
    for (const { id } of rows) await send?.({ mailId: id }, { progress: () => Promise.resolve() });
    const left = await world.pool.query("SELECT FROM mail WHERE recipient = '' OR recipient = $1", [
      UNKNOWN,
    ]);
    expect(left.rowCount).toBe(0);
  });

  it("answers wrong codes as a known one does", async () => {
    const visitor = world.visitor();
    const answers = [];
    for (const address of [world.addressOf(7), UNKNOWN]) {
      const asked = await auth().requestSignIn({ address, language: "fr" }, visitor);
      if (!asked.ok) throw new Error(asked.refusal.code);
      const { challengeId } = asked.value;
      const codes = [];
      for (let attempt = 0; attempt < 7; attempt += 1) {
        // Not a digit: wrong whatever the code.
        const result = await auth().verifyCode(ANONYMOUS, { challengeId, code: "x" }, visitor);
        codes.push(result.ok ? "ok" : result.refusal.code);
      }
      answers.push(codes);
    }
    expect(answers[0]).toEqual(answers[1]);
  });
});

describe("demo personas", () => {
  it("are refused and unlisted out of the demo", async () => {
    const real = await createSignInWorld(1, { PALABRE_DEMO: "0" });
    try {
      const { auth: realAuth } = real.container.api;
      expect(realAuth.personas()).toEqual([]);
      const result = await realAuth.signInAsPersona(ANONYMOUS, { key: "chair" }, "Test");
      expect(result).toMatchObject({ ok: false, refusal: { code: "not-allowed" } });
      const mails = await real.container.api.notifications.storedMails({ loopback: true });
      expect(mails.ok).toBe(false);
    } finally {
      await real.close();
    }
  });

  it("are offered in the demo", () => {
    expect(
      auth()
        .personas()
        .map(({ key }) => key),
    ).toContain("member-fr");
  });
});
