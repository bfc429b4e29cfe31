import { Router, type RequestHandler } from "express";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { z } from "zod";
import type { RefusalCode } from "#domain/kernel/result.ts";
import { CREDENTIALS_REQUEST } from "#wire/secret-ballots.ts";
import type { Container } from "../container.ts";
import { readJson } from "./read-json.ts";
import { privately, refuseForeignOrigin } from "./security.ts";

/** Forty blinded credentials, with room to spare. */
const CREDENTIALS_BYTES = 32 * 1024;
/** A latecomer asks every few seconds; a helper at a desk asks for many people. */
const CREDENTIALS_BY_PERSON = { points: 300, duration: 60 };

const ID = z.uuid();

/** What comes before a ballot is dropped (ballot-slot.ts): public keys, and the first act. */
export function ballotBox(container: Container): Router {
  const router = Router();
  router.use(privately);
  router.get("/:assemblyId/keys", keys(container));
  router.post("/credentials", refuseForeignOrigin(container.platform.env), issue(container));
  router.use((_request, response) => {
    response.status(404).json(refusal("not-found"));
  });
  return router;
}

function keys({ api }: Container): RequestHandler<{ assemblyId: string }> {
  return (request, response, next) => {
    const id = ID.safeParse(request.params.assemblyId);
    if (!id.success) {
      next();
      return;
    }
    api.decisions.ballotBox.keys(id.data).then((found) => response.json(found), next);
  };
}

/** Signed in: blinded credentials are signed, the roll is marked. */
function issue({ api }: Container): RequestHandler {
  const limiter = new RateLimiterMemory(CREDENTIALS_BY_PERSON);
  const takes = (person: string) =>
    limiter.consume(person).then(
      () => true,
      () => false,
    );
  return (request, response, next) => {
    const work = async () => {
      const json = await readJson(request, CREDENTIALS_BYTES);
      const input = CREDENTIALS_REQUEST.safeParse(json.ok ? json.value : undefined);
      if (!input.success) return response.status(400).json(refusal("bad-input"));
      const { actor, setCookie } = await api.auth.actorOfCookieHeader(request.headers.cookie);
      if (setCookie) response.append("Set-Cookie", setCookie);
      if (actor.kind === "person" && !(await takes(actor.personId))) {
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

function refusal(code: RefusalCode): { ok: false; code: RefusalCode } {
  return { ok: false, code };
}
