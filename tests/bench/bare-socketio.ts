import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Delta } from "../../app/wire/protocol.ts";
import { LightSocket } from "../../server/rehearsal/light-socket.ts";
import { cpuSeconds } from "./cpu.ts";

/** A delta and when it was sent, in ms from the start. */
export type Emission = { at: number; delta: Delta };

/**
 * The floor of the live bench: a bare Socket.IO server in a process of its own sends the recorded
 * deltas at their recorded moments to `members` sockets. Returns its CPU seconds.
 */
export async function measureBareEmission(
  emissions: readonly Emission[],
  members: number,
): Promise<{ cpu: number; received: number }> {
  const child = fork(fileURLToPath(new URL("bare-server.js", import.meta.url)));
  const [port] = (await once(child, "message")) as [number];
  let received = 0;
  const sockets: LightSocket[] = [];
  for (let start = 0; start < members; start += 50) {
    const group = await Promise.all(
      Array.from({ length: Math.min(50, members - start) }, () =>
        LightSocket.connect(`http://127.0.0.1:${port}`, ""),
      ),
    );
    for (const socket of group) socket.onDelta = () => (received += 1);
    sockets.push(...group);
  }
  await pause(3_000);
  const before = cpuSeconds(child.pid ?? 0);
  await replay(child, emissions);
  const cpu = cpuSeconds(child.pid ?? 0) - before;
  sockets.forEach((socket) => socket.close());
  child.kill();
  return { cpu, received };
}

async function replay(child: ChildProcess, emissions: readonly Emission[]): Promise<void> {
  const done = once(child, "message");
  child.send(emissions as Emission[]);
  await done;
  await pause(2_500);
}
