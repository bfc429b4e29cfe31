import type { Request, Response } from "express";
import { parseAcceptLanguage } from "./accept-language.ts";
import type { Language } from "#domain/kernel/languages.ts";
import { isLanguage } from "#domain/kernel/languages.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Container } from "../container.ts";
import { deviceName } from "./device-name.ts";
import type { LoadContext } from "./load-context.ts";
import { nonceOf } from "./security.ts";

// A session renewed on these pages would leave its mark in the log beside a secret ballot.
const AROUND_A_BALLOT = "/decisions/";
const LANGUAGE_COOKIE = /(?:^|;\s*)palabre_language=([a-z]{2})/;
const LOOPBACK = /^(::1|127\.|::ffff:127\.)/;

/** Gathers what every route is given; renews the session's cookie where it is due. */
export async function requestContext(
  container: Container,
  request: Request,
  response: Response,
): Promise<LoadContext> {
  const { actor, setCookie } = await container.api.auth.actorOfCookieHeader(
    request.headers.cookie,
    !request.path.startsWith(AROUND_A_BALLOT),
  );
  if (setCookie) response.append("Set-Cookie", setCookie);
  return {
    actor,
    api: container.api,
    cspNonce: nonceOf(response),
    language: languageOf(request, actor),
    demo: container.platform.env.demo,
    now: container.platform.clock.now,
    sessions: container.sessions,
    requestInfo: {
      ip: request.ip ?? "",
      loopback:
        LOOPBACK.test(request.socket.remoteAddress ?? "") && !request.headers["x-forwarded-for"],
      device: deviceName(request.headers["user-agent"] ?? ""),
    },
  };
}

/** The person's own language, else the one chosen here before, else the browser's, else French. */
function languageOf(request: Request, actor: Actor): Language {
  if (actor.kind === "person") return actor.language;
  const chosen = LANGUAGE_COOKIE.exec(request.headers.cookie ?? "")?.[1];
  if (isLanguage(chosen)) return chosen;
  return parseAcceptLanguage(request.headers["accept-language"]) ?? "fr";
}
