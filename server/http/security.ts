import { randomBytes } from "node:crypto";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import helmet from "helmet";
import type { Env } from "../platform/env.ts";
import { originAllowed } from "../realtime/origin.ts";

/** A fresh nonce for every page: scripts without it do not run. */
export const nonce: RequestHandler = (_request, response, next) => {
  response.locals["nonce"] = randomBytes(16).toString("base64");
  next();
};

export function nonceOf(response: Response): string {
  return String(response.locals["nonce"]);
}

/** `development` lets Vite's client talk to its own server. */
export function securityHeaders(env: Env, development: boolean): RequestHandler {
  const secure = env.publicUrl.startsWith("https:");
  const script = (_request: unknown, response: unknown) =>
    `'nonce-${nonceOf(response as Response)}'`;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        // Modules imported by a script with the nonce are trusted through it.
        scriptSrc: [script, "'strict-dynamic'", "'self'"],
        styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        // Recounting runs beside the page.
        workerSrc: ["'self'"],
        // Streams, and only where this installation says they are.
        frameSrc:
          env.streamHosts.length > 0
            ? env.streamHosts.map((host) => `https://${host}`)
            : ["'none'"],
        connectSrc: development ? ["'self'", "ws:"] : ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
  });
}

/** Pages say who reads them: no cache on the way keeps one for somebody else. */
export const privately: RequestHandler = (_request, response, next) => {
  response.set("Cache-Control", "private, no-cache");
  next();
};

const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];

/**
 * Cross-site request forgery: whatever changes something must come from one of our own pages.
 * Browsers say so themselves (Origin on every POST); session cookies are SameSite=Lax besides.
 */
export function refuseForeignOrigin(env: Env): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    if (SAFE_METHODS.includes(request.method) || originAllowed(request.headers, env.publicUrl)) {
      next();
      return;
    }
    response.status(403).type("text/plain").send("foreign-origin");
  };
}
