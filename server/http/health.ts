import { Router } from "express";
import type { Platform } from "../platform/platform.ts";

const READY_TIMEOUT_MS = 2_000;

/** `/healthz`: the process answers. `/readyz`: the database answers too. */
export function healthRoutes(platform: Platform, isDraining: () => boolean): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.type("text/plain").send("ok");
  });
  router.get("/readyz", (_request, response) => {
    const late = new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error("timeout")), READY_TIMEOUT_MS).unref();
    });
    Promise.race([platform.pool.query("SELECT 1"), late]).then(
      () => response.status(isDraining() ? 503 : 200).json({ database: "ok" }),
      () => response.status(503).json({ database: "away" }),
    );
  });
  return router;
}
