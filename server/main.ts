import { createServer, type Server } from "node:http";
import { fileURLToPath, pathToFileURL } from "node:url";
import { resolve } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { setTimeout as pause } from "node:timers/promises";
import { createContainer } from "./container.ts";
import { createApp, type Pages } from "./http/app.ts";
import { readEnv } from "./platform/env.ts";
import { startRealtime } from "./realtime/sockets.ts";

const STOP_MS = 5_000;

/** The web process: pages, forms and sockets. */
async function main(): Promise<void> {
  const env = readEnv(process.env);
  const container = createContainer(env);
  const { log } = container.platform;
  let draining = false;

  const pages = await loadPages();
  const app = createApp(container, pages, () => draining);
  const http = createServer(app);
  // Behind a proxy the proxy's own timeout must be the shorter one.
  http.keepAliveTimeout = 65_000;
  const realtime = startRealtime(
    http,
    container.platform,
    container.api.auth,
    container.rooms,
    container.commands,
  );
  await listen(http, env.port, env.host);
  log.info({ port: env.port }, "web process ready");
  process.send?.("ready");

  const stop = async () => {
    if (draining) return;
    draining = true;
    await realtime.close();
    http.closeAllConnections();
    // Redis or the database may be away: nothing is lost by leaving without a goodbye.
    await Promise.race([container.close(), pause(STOP_MS)]);
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
  // The launcher is gone: nobody would restart or stop this process any more.
  process.on("disconnect", () => void stop());
}

async function loadPages(): Promise<Pages> {
  const root = process.env["PALABRE_ROOT"] ?? process.cwd();
  if (process.env["NODE_ENV"] === "development") {
    const { createServer: createVite } = await import("vite");
    const vite = await createVite({ root, server: { middlewareMode: true } });
    return { kind: "vite", vite };
  }
  const file = pathToFileURL(resolve(root, "build/server/index.js")).href;
  const build = (await import(file)) as ServerBuild;
  return { kind: "built", build, clientDir: fileURLToPath(new URL("../client", file)) };
}

function listen(http: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    http.once("error", fail);
    http.listen(port, host, () => {
      http.off("error", fail);
      done();
    });
  });
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
