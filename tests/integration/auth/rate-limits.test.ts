import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { networkOf } from "#server/auth/rate-limits.ts";
import { ANONYMOUS, codeFor, createSignInWorld, type SignInWorld } from "./sign-in-world.ts";

const ROOM = 1_000;

let world: SignInWorld;
beforeAll(async () => {
  world = await createSignInWorld(ROOM);
});
afterAll(() => world.close());

const auth = () => world.container.api.auth;

describe("rate limits", () => {
  it("let a room of a thousand people in from one address", async () => {
    const room = { ip: "203.0.113.7", device: "Phone" };
    const people = Array.from({ length: ROOM }, (_, index) => index);
    let inside = 0;
    for (let from = 0; from < ROOM; from += 50) {
      await Promise.all(
        people.slice(from, from + 50).map(async (index) => {
          const { challengeId, code } = await codeFor(world, world.addressOf(index), room);
          const result = await auth().verifyCode(ANONYMOUS, { challengeId, code }, room);
          if (result.ok) inside += 1;
        }),
      );
    }
    expect(inside).toBe(ROOM);
  }, 120_000);

  it("stop somebody who fills a mailbox, whether or not it is known", async () => {
    for (const address of [world.addressOf(1), "nobody@elsewhere.example"]) {
      const answers = [];
      for (let time = 0; time < 8; time += 1) {
        const result = await auth().requestSignIn({ address, language: "fr" }, world.visitor());
        answers.push(result.ok ? "ok" : result.refusal.code);
      }
      expect(answers.at(-1)).toBe("too-many-requests");
    }
  });

  it("stop guesses at passwords of one address from many networks", async () => {
    const answers = [];
    for (let time = 0; time < 12; time += 1) {
      const input = { address: world.addressOf(2), password: `guess number ${time}` };
      const result = await auth().signInWithPassword(ANONYMOUS, input, world.visitor());
      answers.push(result.ok ? "ok" : result.refusal.code);
    }
    expect(answers[0]).toBe("wrong-password");
    expect(answers.at(-1)).toBe("too-many-requests");
  });

  it("stop guesses at codes of many addresses from one network, and let links and desk codes in", async () => {
    const visitor = { ip: "198.51.100.9", device: "Script" };
    const link = await auth().requestSignIn(
      { address: world.addressOf(3), language: "fr" },
      world.visitor(),
    );
    expect(link.ok).toBe(true);
    const guess = async (challengeId: string) => {
      const result = await auth().verifyCode(ANONYMOUS, { challengeId, code: "000000" }, visitor);
      return result.ok ? "ok" : result.refusal.code;
    };
    // A code that is gone is no guess.
    expect(await guess(randomUUID())).toBe("code-expired");
    const answers = new Set<string>();
    for (let address = 0; address < 201; address += 1) {
      const input = { address: `nobody-${address}@elsewhere.example`, language: "fr" as const };
      const asked = await auth().requestSignIn(input, visitor);
      if (!asked.ok) throw new Error(asked.refusal.code);
      for (let time = 0; time < 5; time += 1) answers.add(await guess(asked.value.challengeId));
    }
    expect([...answers]).toEqual(["wrong-code", "too-many-requests"]);

    const { rows } = await world.pool.query<{ body: string }>(
      "SELECT body FROM mail WHERE recipient = $1 ORDER BY created_at DESC LIMIT 1",
      [world.addressOf(3)],
    );
    const token = /sign-in\/link\/(\S+)/.exec(rows[0]?.body ?? "")?.[1] ?? "";
    expect(await auth().verifyLink(ANONYMOUS, { token }, visitor)).toMatchObject({ ok: true });
  }, 60_000);

  it("keep no address", async () => {
    const { rows } = await world.pool.query<{ key: string }>("SELECT key FROM rate_limit");
    expect(rows.map(({ key }) => key).join("\n")).not.toMatch(/@|203\.0\.113/);
  });
});

describe("a network", () => {
  it("is an IPv4 address or the /64 of an IPv6 one", () => {
    expect(networkOf("203.0.113.7")).toBe("203.0.113.7");
    expect(networkOf("::ffff:203.0.113.7")).toBe("203.0.113.7");
    expect(networkOf("2001:db8:1:2:a:b:c:d")).toBe("2001:db8:1:2");
    expect(networkOf("2001:db8:1:2::d")).toBe(networkOf("2001:db8:1:2:9::1"));
    expect(networkOf("::1")).toBe("0:0:0:0");
  });
});
