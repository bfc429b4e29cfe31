import { expect, it } from "vitest";
import { createLog } from "../../../server/platform/log.ts";

const SECRET = "a-value-nobody-may-read";

function linesOf(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  const stream = { write: (line: string) => void lines.push(line) };
  write(createLog({ logLevel: "trace", processName: "web" }, stream));
  return lines.join("");
}

it("hides what opens a door and what was chosen", () => {
  const text = linesOf((log) => {
    log.info({ cookie: SECRET, code: SECRET, payload: { optionId: SECRET } }, "one");
    log.info({ request: { headers: { authorization: SECRET, cookie: SECRET } } }, "two");
    log.info({ req: { method: "GET", url: `/sign-in/link/${SECRET}` } }, "three");
  });
  expect(text).not.toContain(SECRET);
  expect(text).toContain('"process":"web"');
});

it("tells where a database error lies without the rows it quotes", () => {
  const error = Object.assign(new Error("duplicate key"), {
    code: "23505",
    detail: `Key (email)=(${SECRET}) already exists.`,
    where: SECRET,
  });
  const text = linesOf((log) => log.error({ err: error }, "failed"));
  expect(text).not.toContain(SECRET);
  expect(text).toContain("23505");
  expect(text).toContain("duplicate key");
});
