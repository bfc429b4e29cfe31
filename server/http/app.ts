import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler } from "express";
import type { RequestListener } from "node:http";
import type { ViteDevServer } from "vite";
import type { Container } from "../container.ts";
import { assets } from "./assets.ts";
import { ballotBox } from "./ballot-box.ts";
import { ballotSlot } from "./ballot-slot.ts";
import type { Trust } from "./client-address.ts";
import { healthRoutes } from "./health.ts";
import { oneClick } from "./one-click.ts";
import { requestContext } from "./request-context.ts";
import { nonce, privately, refuseForeignOrigin, securityHeaders } from "./security.ts";
import { refuseMalformed } from "./well-formed.ts";

/** Where pages come from: what was built, or Vite while somebody works on the code. */
export type Pages =
  | { kind: "built"; build: ServerBuild; clientDir: string }
  | { kind: "vite"; vite: ViteDevServer };

export function createApp(
  container: Container,
  pages: Pages,
  isDraining: () => boolean,
): RequestListener {
  const { platform } = container;
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", platform.env.trustedProxies);

  app.use(healthRoutes(platform, isDraining));
  app.use("/ballot-box", ballotBox(container));
  app.use(compression());
  if (pages.kind === "built") app.use("/assets", assets(`${pages.clientDir}/assets`));
  app.use(nonce, securityHeaders(platform.env, pages.kind === "vite"));
  app.use(
    pages.kind === "vite"
      ? pages.vite.middlewares
      : express.static(pages.clientDir, { maxAge: "1h" }),
  );
  app.use("/unsubscribe", oneClick(container));
  app.use(refuseMalformed, refuseForeignOrigin(platform.env), privately);
  const handle = createRequestHandler({
    build:
      pages.kind === "built"
        ? pages.build
        : () => pages.vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
    getLoadContext: (request, response) => requestContext(container, request, response),
    mode: pages.kind === "built" ? "production" : "development",
  });
  app.all("*", (request, response, next) => void handle(request, response, next));
  app.use(answerOutage(container));
  const slot = ballotSlot(container, app.get("trust proxy fn") as Trust);
  return (request, response) => {
    if (!slot(request, response)) app(request, response);
  };
}

/** The last resort: the database is away before a page could be made. No detail leaves. */
function answerOutage(container: Container): ErrorRequestHandler {
  return (error: Error, request, response, next) => {
    // Not the path: it may hold a sign-in link.
    const { method } = request;
    container.platform.log.error({ method, message: error.message }, "request failed");
    if (response.headersSent) {
      next(error);
      return;
    }
    response
      .status(503)
      .set("Retry-After", "2")
      .type("text/plain; charset=utf-8")
      .send(
        "Palabre revient dans un instant ; rien n'est perdu.\n" +
          "Palabre is zo terug; er gaat niets verloren.\n" +
          "Palabre ist gleich zurück; nichts ist verloren.\n" +
          "Palabre will be back in a moment; nothing is lost.\n",
      );
  };
}
