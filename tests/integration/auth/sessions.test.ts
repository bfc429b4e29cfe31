import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSessionCookies } from "#server/auth/session-cookies.ts";
import {
  ANONYMOUS,
  codeFor,
  createSignInWorld,
  signInByCode,
  type SignInWorld,
} from "./sign-in-world.ts";

let world: SignInWorld;
beforeAll(async () => {
  world = await createSignInWorld(12);
});
afterAll(() => world.close());

const auth = () => world.container.api.auth;
const hash = (id: string) => createHash("sha256").update(id).digest("hex");

describe("a session", () => {
  it("is stored as a hash and nothing else", async () => {
    const { sessionId } = await signInByCode(world, 0);
    const { rows } = await world.pool.query<{ row: string }>(
      "SELECT to_jsonb(s)::text AS row FROM auth_session s",
    );
    const table = rows.map(({ row }) => row).join("\n");
    expect(table).toContain(hash(sessionId));
    expect(table).not.toContain(sessionId);
  });

  it("cannot be opened with what the table holds", async () => {
    const { sessionId } = await signInByCode(world, 1);
    const cookie = `${world.container.sessions.name}=${hash(sessionId)}`;
    expect((await auth().actorOfCookieHeader(cookie)).actor).toEqual(ANONYMOUS);
  });

  it("gets a new id when its browser signs in again; the old one opens nothing", async () => {
    const first = await signInByCode(world, 2);
    const { challengeId, code } = await codeFor(world, world.addressOf(2));
    const again = await auth().verifyCode(first.actor, { challengeId, code }, world.visitor());
    expect(again.ok && again.value.sessionId).not.toBe(first.sessionId);
    expect((await auth().actorOfCookieHeader(first.cookie)).actor).toEqual(ANONYMOUS);
    const hashes = await auth().signedOutHashes([hash(first.sessionId)]);
    expect(hashes).toEqual([hash(first.sessionId)]);
  });

  it("ends when signed out, and its cookie is taken away", async () => {
    const { cookie, actor } = await signInByCode(world, 3);
    await auth().signOut(actor);
    const holder = await auth().actorOfCookieHeader(cookie);
    expect(holder.actor).toEqual(ANONYMOUS);
    expect(holder.setCookie).toContain("Max-Age=0");
    expect(await auth().actorOfSessionHash(actor.sessionHash)).toEqual(ANONYMOUS);
  });

  it("ends everywhere at once, and open sockets are told", async () => {
    const [phone, laptop] = [await signInByCode(world, 4), await signInByCode(world, 4)];
    await auth().signOutEverywhere(phone.actor);
    for (const { cookie } of [phone, laptop]) {
      expect((await auth().actorOfCookieHeader(cookie)).actor).toEqual(ANONYMOUS);
    }
    const { rowCount } = await world.pool.query(
      "SELECT FROM outbox_event WHERE topic = 'person' AND payload->>'person' = $1",
      [phone.actor.personId],
    );
    expect(rowCount).toBeGreaterThan(0);
  });

  it("expires", async () => {
    const { cookie, actor } = await signInByCode(world, 5);
    await world.pool.query("UPDATE auth_session SET expires_at = $2 WHERE id = $1", [
      actor.sessionHash,
      new Date(world.clock.now().getTime() - 1_000),
    ]);
    expect(await auth().signedOutHashes([actor.sessionHash])).toEqual([actor.sessionHash]);
    expect(await auth().actorOfSessionHash(actor.sessionHash)).toEqual(ANONYMOUS);
    expect((await auth().actorOfCookieHeader(cookie)).actor).toEqual(ANONYMOUS);
  });

  it("is renewed in its second half", async () => {
    const { cookie, actor } = await signInByCode(world, 6);
    expect((await auth().actorOfCookieHeader(cookie)).setCookie).toBeUndefined();
    await world.pool.query(
      "UPDATE auth_session SET expires_at = now() + interval '14 days' WHERE id = $1",
      [actor.sessionHash],
    );
    const around = await auth().actorOfCookieHeader(cookie, false);
    expect(around.setCookie, "beside a secret ballot nothing is written").toBeUndefined();
    expect(around.actor).toEqual(actor);
    const { setCookie } = await auth().actorOfCookieHeader(cookie);
    expect(setCookie).toContain(`Max-Age=${30 * 86_400}`);
  });

  it("says whether its person is a member today and what they hold", async () => {
    const { actor } = await signInByCode(world, 7);
    expect(actor).toMatchObject({ isMember: true, grants: [] });
    await world.pool.query(
      `INSERT INTO membership_event (id, person_id, kind, effective_on)
       VALUES (uuidv7(), $1, 'resigned', current_date + 30)`,
      [actor.personId],
    );
    await world.pool.query(
      `INSERT INTO role_grant (id, person_id, role, body, valid_from, valid_to)
       VALUES (uuidv7(), $1, 'chair', 'cooperative', current_date - 10, current_date - 2),
         (uuidv7(), $1, 'moderator', 'cooperative', current_date - 10, current_date + 2)`,
      [actor.personId],
    );
    expect(await auth().actorOfSessionHash(actor.sessionHash)).toMatchObject({
      isMember: true,
      grants: [{ role: "moderator", body: "cooperative" }],
    });
  });
});

describe("a password", () => {
  const password = "quatre mots sans lien";

  it("signs in, ends other sessions when set, and is stored as argon2id", async () => {
    const other = await signInByCode(world, 8);
    const here = await signInByCode(world, 8);
    const set = await auth().setPassword(here.actor, { password }, "Test");
    expect(set.ok && set.value.sessionId).not.toBe(here.sessionId);
    for (const { cookie } of [other, here]) {
      expect((await auth().actorOfCookieHeader(cookie)).actor).toEqual(ANONYMOUS);
    }
    const { rows } = await world.pool.query<{ hash: string }>("SELECT hash FROM password");
    expect(rows[0]?.hash).toMatch(/^\$argon2id\$/);
    const address = world.addressOf(8);
    const signedIn = await auth().signInWithPassword(
      ANONYMOUS,
      { address, password },
      world.visitor(),
    );
    expect(signedIn.ok).toBe(true);
  });

  it("is refused in one way: wrong, not set, or address unknown", async () => {
    const addresses = [world.addressOf(8), world.addressOf(9), "nobody@elsewhere.example"];
    for (const address of addresses) {
      const input = { address, password: "something else altogether" };
      const result = await auth().signInWithPassword(ANONYMOUS, input, world.visitor());
      expect(result).toEqual({ ok: false, refusal: { code: "wrong-password" } });
    }
  });

  it("is asked to be long, and can be taken away", async () => {
    const { actor } = await signInByCode(world, 10);
    const short = await auth().setPassword(actor, { password: "court" }, "Test");
    expect(short).toMatchObject({ ok: false, refusal: { code: "weak-password" } });
    await auth().setPassword(actor, { password }, "Test");
    const { actor: again } = await signInByCode(world, 10);
    await auth().removePassword(again);
    const input = { address: world.addressOf(10), password };
    const result = await auth().signInWithPassword(ANONYMOUS, input, world.visitor());
    expect(result.ok).toBe(false);
  });

  it("is nobody else's to set", async () => {
    expect((await auth().setPassword(ANONYMOUS, { password }, "Test")).ok).toBe(false);
    expect((await auth().removePassword(ANONYMOUS)).ok).toBe(false);
    expect((await auth().signOutEverywhere(ANONYMOUS)).ok).toBe(false);
    expect((await auth().ownAccount(ANONYMOUS)).ok).toBe(false);
  });
});

describe("the session cookie", () => {
  it("is bound to the host over https, out of reach of scripts, and survives hostile headers", () => {
    const secure = createSessionCookies({ publicUrl: "https://palabre.example" });
    expect(secure.keep("abcdefghijklmnopqrstuvwxyz")).toMatch(
      /^__Host-palabre_session=.*HttpOnly.*Path=\/.*SameSite=Lax.*Secure/,
    );
    const plain = createSessionCookies({ publicUrl: "http://localhost:3000" });
    expect(plain.name).toBe("palabre_session");
    for (const header of [undefined, "", "palabre_session=%", "palabre_session=../../x", "=;=;"]) {
      expect(plain.read(header)).toBeUndefined();
    }
  });
});
