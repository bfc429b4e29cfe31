import type { IncomingMessage, ServerResponse } from "node:http";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { z } from "zod";
import type { BallotAnswer } from "#wire/secret-ballots.ts";
import { SEALED_BALLOT } from "#wire/secret-ballots.ts";
import { networkOf } from "../auth/rate-limits.ts";
import type { Container } from "../container.ts";
import { originAllowed } from "../realtime/origin.ts";
import { clientAddress, type Trust } from "./client-address.ts";
import { readJson } from "./read-json.ts";

/** The longest sealed ballot in base64url, with room to spare. */
const BALLOT_BYTES = 16 * 1024;

// Counted in memory alone: addresses and times of ballots are written nowhere. A ballot that enters
// costs nothing, so that a whole hall may vote from one address.
const WRONG_BALLOTS = { points: 1_000, duration: 600 };

const PATH = /^\/ballot-box\/([0-9a-f]{8}-[0-9a-f-]{27})$/;
const ID = z.uuid();

type Answer = { status: number; body: BallotAnswer };

/** Takes a request that is a ballot; false for any other. */
export type BallotSlot = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * The second act of a secret vote: a sealed ballot, from nobody. It comes before every other part of
 * the server, sessions and logs too, and is refused unread if it carries what tells who sends it.
 * Plain Node: when a hall votes, thousands come within seconds.
 */
export function ballotSlot({ api, platform }: Container, trust: Trust): BallotSlot {
  const wrong = createWrongBallots();

  async function answer(request: IncomingMessage, path: string): Promise<Answer> {
    const { cookie, authorization } = request.headers;
    if (cookie !== undefined || authorization !== undefined) return refused(400, "carries-cookie");
    if (!originAllowed(request.headers, platform.env.publicUrl)) {
      return refused(403, "foreign-origin");
    }
    const network = () => networkOf(clientAddress(request, trust));
    if (await wrong.areTooMany(network)) return refused(429, "too-many-requests");
    const body = await drop(request, path);
    // Refusals that no page of ours brings about: somebody tries.
    if (!body.ok && WRONG.includes(body.code)) await wrong.count(network());
    return { status: body.ok || !MALFORMED.includes(body.code) ? 200 : 400, body };
  }

  async function drop(request: IncomingMessage, path: string): Promise<BallotAnswer> {
    const json = await readJson(request, BALLOT_BYTES);
    if (!json.ok) return { ok: false, code: json.refusal.code };
    const decisionId = ID.safeParse(path);
    if (!decisionId.success) return { ok: false, code: "not-found" };
    const ballot = SEALED_BALLOT.safeParse(json.value);
    if (!ballot.success) return { ok: false, code: "bad-input" };
    const cast = await api.decisions.ballotBox.cast(decisionId.data, ballot.data);
    return cast.ok ? { ok: true, revision: cast.value } : { ok: false, code: cast.refusal.code };
  }

  return (request, response) => {
    const path = request.method === "POST" ? PATH.exec(request.url ?? "")?.[1] : undefined;
    if (path === undefined) return false;
    answer(request, path).then(
      (found) => send(response, found),
      (error: Error) => {
        platform.log.error({ message: error.message }, "a ballot waits");
        // No JSON: the browser keeps the sealed ballot and sends it again.
        if (!response.headersSent) response.writeHead(503, { "Retry-After": "2" });
        response.end();
      },
    );
    return true;
  };
}

/** Who sends ballots that nobody was given. While nobody does, there is nothing to look up. */
function createWrongBallots() {
  const limiter = new RateLimiterMemory(WRONG_BALLOTS);
  let watchedUntil = 0;
  return {
    areTooMany: async (network: () => string) => {
      if (performance.now() > watchedUntil) return false;
      return ((await limiter.get(network()))?.remainingPoints ?? 1) <= 0;
    },
    count: async (network: string) => {
      watchedUntil = performance.now() + WRONG_BALLOTS.duration * 1_000;
      await limiter.consume(network).catch(() => undefined);
    },
  };
}

const WRONG: readonly string[] = ["bad-input", "bad-credential", "bad-signature", "not-found"];
const MALFORMED: readonly string[] = ["bad-input", "too-large"];

function refused(status: number, code: string): Answer {
  return { status, body: { ok: false, code } };
}

function send(response: ServerResponse, { status, body }: Answer): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(text),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    // What was not read is not waited for.
    ...(status === 200 ? {} : { Connection: "close" }),
  });
  response.end(text);
}
