import { describe, expect, it } from "vitest";
import { parseAcceptLanguage } from "../../../server/http/accept-language.ts";
import { deviceName } from "../../../server/http/device-name.ts";
import { originAllowed } from "../../../server/realtime/origin.ts";

describe("the browser's language", () => {
  it.each([
    ["nl-BE,nl;q=0.9,en;q=0.8", "nl"],
    ["es,de;q=0.5,en;q=0.7", "en"],
    ["es", undefined],
    ["", undefined],
    [undefined, undefined],
    ["fr;q=0.1, nl;q=0.9", "nl"],
  ])("%s → %s", (header, language) => {
    expect(parseAcceptLanguage(header)).toBe(language);
  });
});

describe("where a request comes from", () => {
  const publicUrl = "https://palabre.example.org";
  it.each([
    ["our public address", { origin: publicUrl, host: "internal:3000" }, true],
    ["the very host asked", { origin: "http://localhost:3000", host: "localhost:3000" }, true],
    ["a name pointed at us", { origin: "http://evil.test", host: "evil.test" }, false],
    ["another site", { origin: "https://evil.example", host: "palabre.example.org" }, false],
    ["our name as a prefix", { origin: `${publicUrl}.evil.example`, host: "internal" }, false],
    ["no origin at all", { host: "palabre.example.org" }, false],
    ["an opaque origin", { origin: "null", host: "palabre.example.org" }, false],
  ])("%s", (_name, headers, allowed) => {
    expect(originAllowed(headers, publicUrl)).toBe(allowed);
  });
});

it("names a device without its versions", () => {
  const agent = "Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0";
  expect(deviceName(agent)).toBe("Firefox, Android");
  expect(deviceName("curl/8")).toBe("");
});
