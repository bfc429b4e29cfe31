import express, { Router, type ErrorRequestHandler, type RequestHandler } from "express";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { z } from "zod";
import type { RefusalCode } from "#domain/kernel/result.ts";
import type { BallotAnswer } from "#wire/secret-ballots.ts";
import { CREDENTIALS_REQUEST, SEALED_BALLOT } from "#wire/secret-ballots.ts";
import { networkOf } from "../auth/rate-limits.ts";
import type { Container } from "../container.ts";
import { privately, refuseForeignOrigin } from "./security.ts";

/** Forty blinded credentials, and the longest ballot, with room to spare. */
const CREDENTIALS_BYTES = "32kb";
const BALLOT_BYTES = "16kb";

// Counted in memory alone: addresses and times of ballots are written nowhere. A ballot that enters
// costs nothing, so that a whole hall may vote from one address.
const WRONG_BALLOTS = { points: 1_000, duration: 600 };
/** A latecomer asks every few seconds; a helper at a desk asks for many people. */
const CREDENTIALS_BY_PERSON = { points: 300, duration: 60 };

const ID = z.uuid();

/**
 * The two acts of a secret vote. The first carries a session and marks the roll; the second must
 * carry nothing that tells who sends it, and is answered before any other part of the server.
 */
export function ballotBox(container: Container): Router {
  const { env } = container.platform;
  const router = Router();
  router.use(privately);
  router.get("/:assemblyId/keys", keys(container));
  router.use(refuseForeignOrigin(env));
  router.post("/credentials", express.json({ limit: CREDENTIALS_BYTES }), issue(container));
  const body = express.json({ limit: BALLOT_BYTES });
  router.post("/:decisionId", refuseCookie, body, cast(container));
  router.use(refuseUnreadable);
  return router;
}

function keys({ api }: Container): RequestHandler<{ assemblyId: string }> {
  return (request, response, next) => {
    const id = ID.safeParse(request.params.assemblyId);
    if (!id.success) {
      response.status(404).json(refusal("not-found"));
      return;
    }
    api.decisions.ballotBox.keys(id.data).then((found) => response.json(found), next);
  };
}

function issue({ api }: Container): RequestHandler {
  const limiter = new RateLimiterMemory(CREDENTIALS_BY_PERSON);
  return (request, response, next) => {
    const work = async () => {
      const { actor, setCookie } = await api.auth.actorOfCookieHeader(request.headers.cookie);
      if (setCookie) response.append("Set-Cookie", setCookie);
      const input = CREDENTIALS_REQUEST.safeParse(request.body);
      if (!input.success) return response.status(400).json(refusal("bad-input"));
      if (actor.kind === "person" && !(await takes(limiter, actor.personId))) {
        return response.status(429).json(refusal("too-many-requests"));
      }
      const issued = await api.decisions.ballotBox.issue(actor, input.data);
      return issued.ok
        ? response.json(issued.value)
        : response.status(403).json(refusal(issued.refusal.code));
    };
    work().catch(next);
  };
}

/** A cookie would join the ballot to whoever sends it: it is not even read. */
const refuseCookie: RequestHandler = (request, response, next) => {
  const { cookie, authorization } = request.headers;
  if (cookie === undefined && authorization === undefined) {
    next();
    return;
  }
  response.status(400).set("Connection", "close").json(refusal("carries-cookie"));
};

function cast({ api }: Container): RequestHandler<{ decisionId: string }> {
  const limiter = new RateLimiterMemory(WRONG_BALLOTS);
  return (request, response, next) => {
    const work = async () => {
      const network = networkOf(request.ip ?? "");
      if (await isUsedUp(limiter, network)) {
        return response.status(429).json(refusal("too-many-requests"));
      }
      const answer = await castFrom(api, request.params.decisionId, request.body);
      if (!answer.ok && WRONG.includes(answer.code)) await takes(limiter, network);
      return response.json(answer);
    };
    work().catch(next);
  };
}

/** Refusals that no page of ours brings about: somebody tries. */
const WRONG: readonly string[] = ["bad-input", "bad-credential", "bad-signature", "not-found"];

async function castFrom(
  api: Container["api"],
  decisionId: string,
  body: unknown,
): Promise<BallotAnswer> {
  const id = ID.safeParse(decisionId);
  const ballot = SEALED_BALLOT.safeParse(body);
  if (!id.success) return refusal("not-found");
  if (!ballot.success) return refusal("bad-input");
  const cast = await api.decisions.ballotBox.cast(id.data, ballot.data);
  return cast.ok ? { ok: true, revision: cast.value } : refusal(cast.refusal.code);
}

/** JSON that is broken or too long; anything else is an outage. */
const refuseUnreadable: ErrorRequestHandler = (
  error: { status?: number },
  _request,
  response,
  next,
) => {
  const { status } = error;
  if (status === undefined || status >= 500) {
    next(error);
    return;
  }
  const code = status === 413 ? "too-large" : "bad-input";
  response.status(status).set("Connection", "close").json(refusal(code));
};

function refusal(code: RefusalCode): { ok: false; code: RefusalCode } {
  return { ok: false, code };
}

async function takes(limiter: RateLimiterMemory, subject: string): Promise<boolean> {
  return limiter.consume(subject).then(
    () => true,
    () => false,
  );
}

async function isUsedUp(limiter: RateLimiterMemory, subject: string): Promise<boolean> {
  const used = await limiter.get(subject);
  return used !== null && used.remainingPoints <= 0;
}
