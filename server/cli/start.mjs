// `npm start`, `npm run dev`, `npm run web`, `npm run jobs`, `npm run admin`: sets up what is
// missing, then hands over to the built launcher.
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { ROOT, setUp } from "./setup.mjs";
import { fail } from "./steps.mjs";

const args = process.argv.slice(2);
const has = (flag) => args.includes(flag);
const after = (flag) => args[args.indexOf(flag) + 1];

try {
  process.stdout.write("Palabre\n");
  const dev = has("--dev");
  await setUp({ build: !dev });
  process.env.NODE_ENV ??= dev ? "development" : "production";
  if (dev) await (await import("./build.mjs")).buildNode();
  const command = has("--admin") ? "admin" : "launch";
  const file = join(ROOT, "build/node/server/cli", `${command}.js`);
  const { main } = await import(pathToFileURL(file).href);
  if (command === "admin")
    await main(args.slice(args.indexOf("--admin") + 1).filter((arg) => arg !== "--"));
  else await main({ root: ROOT, dev, only: has("--only") ? after("--only") : undefined });
} catch (error) {
  fail(error);
}
