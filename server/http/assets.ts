import { existsSync, readdirSync } from "node:fs";
import { extname } from "node:path";
import express, { Router, type RequestHandler, type Response } from "express";

/**
 * What the build made for browsers. Names carry a hash of the content, so a copy is good for a
 * year; none of it is a page, so the headers of pages stay away from every one of thirty files.
 */
export function assets(directory: string): Router {
  const router = Router();
  router.use(compressedTwin(directory));
  router.use(
    express.static(directory, {
      immutable: true,
      maxAge: "1y",
      index: false,
      // Nobody asks whether a file that never changes has changed.
      etag: false,
      lastModified: false,
      acceptRanges: false,
      setHeaders: harmless,
    }),
  );
  // A file that is gone after a new build must not become a page.
  router.use((_request, response) => response.status(404).end());
  return router;
}

function harmless(response: Response): void {
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Cross-Origin-Resource-Policy", "same-origin");
}

/** Hands out the `.br` that the build wrote beside a file to browsers that take it. */
function compressedTwin(directory: string): RequestHandler {
  const twins = new Set(
    existsSync(directory) ? readdirSync(directory).filter((name) => name.endsWith(".br")) : [],
  );
  return (request, response, next) => {
    const twin = `${request.path.slice(1)}.br`;
    if (twins.has(twin)) {
      response.vary("Accept-Encoding");
      if (request.acceptsEncodings("br")) {
        response.type(extname(request.path));
        response.set("Content-Encoding", "br");
        request.url = `/${twin}`;
      }
    }
    next();
  };
}
