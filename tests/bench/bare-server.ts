import { once } from "node:events";
import { createServer } from "node:http";
import { Server } from "socket.io";
import type { Emission } from "./bare-socketio.ts";

/** Joins everybody to one room and sends it what it is handed, when it is handed. */
async function serve(): Promise<void> {
  const http = createServer();
  const io = new Server(http, {
    path: "/live",
    transports: ["websocket"],
    perMessageDeflate: false,
    serveClient: false,
    pingInterval: 10_000,
    pingTimeout: 8_000,
  });
  io.on("connection", (socket) => void socket.join("room"));
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const address = http.address();
  process.send?.(typeof address === "object" && address ? address.port : 0);
  process.on("message", (emissions: Emission[]) => {
    for (const { at, delta } of emissions) {
      setTimeout(() => io.local.to("room").emit("delta", delta), at);
    }
    setTimeout(() => process.send?.("done"), (emissions.at(-1)?.at ?? 0) + 100);
  });
}

await serve();
