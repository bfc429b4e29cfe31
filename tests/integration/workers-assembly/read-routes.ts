import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Container } from "#server/container.ts";
import type { LoadContext } from "#server/http/load-context.ts";

const FOLDER = join(process.cwd(), "app/routes");

/** Pages and files of assemblies and votes, and those that list what happens: none by name. */
const CONCERNED =
  /^(_index|assembly|decisions|ledger|live-session|notifications|reports|surveys|workers-assembly)\b/;

type Loader = (args: {
  request: Request;
  params: Record<string, string>;
  context: LoadContext;
}) => unknown;
type Route = { name: string; loader: Loader };

/** Every route that answers a GET and concerns an assembly; a new one is among them by itself. */
export async function concernedRoutes(): Promise<Route[]> {
  const routes: Route[] = [];
  for (const name of readdirSync(FOLDER).filter((file) => CONCERNED.test(file))) {
    const { loader } = (await import(join(FOLDER, name))) as { loader?: Loader };
    if (loader) routes.push({ name, loader });
  }
  return routes;
}

/** What a reader gets for each address: status, headers and body, or the data a page is made of. */
export async function readRoutes(
  container: Container,
  routes: readonly Route[],
  actor: Actor,
  params: Record<string, string>,
): Promise<Record<string, string>> {
  const context = contextOf(container, actor);
  const found: Record<string, string> = {};
  for (const { name, loader } of routes) {
    const request = new Request(`https://palabre.example/${name}`);
    const answer = await Promise.resolve()
      .then(() => loader({ request, params, context }))
      .catch((thrown: unknown) => thrown);
    found[name] = await written(answer);
  }
  return found;
}

function contextOf({ api, platform, sessions }: Container, actor: Actor): LoadContext {
  return {
    ...{ actor, api, sessions, cspNonce: "", language: "fr", demo: true },
    now: platform.clock.now,
    requestInfo: { ip: "192.0.2.1", loopback: false, device: "Firefox" },
  };
}

async function written(answer: unknown): Promise<string> {
  if (answer instanceof Error) return `${answer.name}: ${answer.message}`;
  if (!(answer instanceof Response)) return JSON.stringify(answer) ?? "";
  return JSON.stringify([answer.status, [...answer.headers], await answer.text()]);
}
