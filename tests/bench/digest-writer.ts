import { createContainer } from "../../server/container.ts";
import { testEnv } from "../support/env.ts";
import { fixedClock } from "../support/fixed.ts";

/** The job's work in a process of its own: writes what is due at an instant, each time it is told. */
const clock = fixedClock("2026-10-12T07:00:00.000Z");
const { api, close } = createContainer(testEnv(process.argv[2] ?? ""), { clock });

process.on("message", (instant: string) => {
  clock.set(instant);
  const [started, before] = [performance.now(), process.cpuUsage()];
  void api.notifications.writeDigests().then((written) => {
    const { user, system } = process.cpuUsage(before);
    const seconds = (performance.now() - started) / 1_000;
    process.send?.({ written, seconds, cpu: (user + system) / 1e6 });
  });
});
process.on("disconnect", () => void close().then(() => process.exit(0)));
process.send?.("ready");
