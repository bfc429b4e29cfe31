import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Stop } from "./steps.mjs";

/** Another Palabre works in this data folder. */
export class LockedError extends Error {
  override readonly name = "LockedError";
}

/**
 * Takes the data folder for this process. A lock left by a process that is gone is taken over.
 * Returns how to give it back.
 */
export function lockData(dataDir: string): () => void {
  const file = join(dataDir, "palabre.lock");
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      mkdirSync(dataDir, { recursive: true });
      const handle = openSync(file, "wx");
      writeSync(handle, `${process.pid} ${birthOf(process.pid)}`);
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw cannotWrite(dataDir, error);
    }
    const [owner = "", birth = ""] = readFileSync(file, "utf8").split(" ");
    if (isStillThere(Number(owner), birth)) {
      throw new LockedError(
        `Palabre is already running on ${dataDir} (process ${owner}). ` +
          "Stop it, or set PALABRE_DATA to another folder.",
      );
    }
    rmSync(file, { force: true });
  }
  throw new LockedError(`${file} could not be taken.`);
}

function cannotWrite(dataDir: string, cause: unknown): Stop {
  const code = (cause as NodeJS.ErrnoException).code ?? "unknown error";
  return new Stop(
    `Palabre cannot write in ${dataDir} (${code}). ` +
      "Start it as the folder's owner, or set PALABRE_DATA to another folder.",
  );
}

/**
 * When a process began, where the system tells (Linux): numbers are given again after a reboot,
 * and in containers nearly always the same ones.
 */
function birthOf(pid: number): string {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    // The name in parentheses may hold spaces; the start is the 20th field after it.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return `${boot}:${fields[19] ?? ""}`;
  } catch {
    return "";
  }
}

function isStillThere(pid: number, birth: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is alive too.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return birth === birthOf(pid);
}
