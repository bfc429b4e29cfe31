// `npm start`, `npm run dev`, `npm run web`, `npm run jobs`, `npm run admin`, `npm run rehearse`:
// sets up what is missing, then hands over to the built launcher or command.
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { ROOT, setUp } from "./setup.mjs";
import { fail } from "./steps.mjs";

const args = process.argv.slice(2);
const after = (flag) => (args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined);

async function load(command) {
  return import(pathToFileURL(join(ROOT, "build/node/server/cli", `${command}.js`)).href);
}

try {
  process.chdir(ROOT);
  process.stdout.write("Palabre\n");
  const dev = args.includes("--dev");
  await setUp({ build: !dev });
  process.env.NODE_ENV ??= dev ? "development" : "production";
  process.env.PALABRE_ROOT = ROOT;
  let watch;
  if (dev) {
    const { buildNode, watchNode } = await import("./build.mjs");
    await buildNode();
    watch = watchNode;
  }
  const command = ["admin", "rehearse"].find((name) => args.includes(`--${name}`));
  if (command) {
    const { main } = await load(command);
    await main(args.slice(args.indexOf(`--${command}`) + 1).filter((arg) => arg !== "--"));
  } else {
    const { main } = await load("launch");
    await main({ root: ROOT, only: after("--only"), watch });
  }
} catch (error) {
  fail(error);
}
