import { type RequestHandler, Router } from "express";
import type { Container } from "../container.ts";

/**
 * A mail program that leaves a list for its reader (RFC 8058): it sends no Origin and no cookie, and
 * the signed link is all that counts. A browser's own form goes on to the page.
 */
export function oneClick({ api }: Container): Router {
  const leave: RequestHandler<{ token: string }> = (request, response, next) => {
    if (request.headers.origin) {
      next();
      return;
    }
    api.notifications
      .unsubscribe(request.params.token)
      .then((ended) => response.status(ended.ok ? 200 : 404).end(), next);
  };
  return Router().post("/:token", leave);
}
