import type { ActionFunctionArgs } from "@remix-run/node";
import { expect, it } from "vitest";
import { action } from "#app/routes/preferences.ts";

async function backFrom(referrer: string): Promise<string | null> {
  const request = new Request("https://palabre.example.org/preferences", {
    method: "POST",
    headers: { Host: "palabre.example.org", Referer: referrer },
    body: new URLSearchParams({ theme: "dark" }),
  });
  const answer = await action({
    request,
    params: {},
    context: {},
  } as unknown as ActionFunctionArgs);
  return answer.headers.get("Location");
}

it.each([
  ["https://palabre.example.org/assembly?x=1", "/assembly?x=1"],
  ["https://palabre.example.org//evil.example/", "/evil.example/"],
  ["https://evil.example/assembly", "/"],
  ["nonsense", "/"],
])("whoever chose on %s goes back to %s", async (referrer, path) => {
  expect(await backFrom(referrer)).toBe(path);
});
