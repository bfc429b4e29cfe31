import { describe, expect, it } from "vitest";
import { returnPath } from "#app/features/sign-in/return-path.ts";

const pathFor = (to: string) =>
  returnPath(new Request(`http://palabre.example/sign-in?to=${encodeURIComponent(to)}`));

describe("the page somebody comes back to after signing in", () => {
  it.each(["/", "/live-session/today?for=x", "/decisions/1#result"])("%s", (to) => {
    expect(pathFor(to)).toBe(to);
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/\t/evil.example",
    "x",
    "",
  ])("is never %j", (to) => {
    expect(pathFor(to)).toBe("/");
  });
});
