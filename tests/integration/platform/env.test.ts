import { describe, expect, it } from "vitest";
import { EnvError, readEnv, readSettings } from "../../../server/platform/env.ts";

const SECRET = "hunter2hunter2";

function refusal(source: Record<string, string>): EnvError {
  try {
    readSettings({ NODE_ENV: "test", ...source });
  } catch (error) {
    if (error instanceof EnvError) return error;
  }
  throw new Error("nothing was refused");
}

describe("a wrong setting is refused by name, without its value", () => {
  it.each([
    ["PORT", "99999"],
    ["PORT", "eighty"],
    ["HOST", "not a host"],
    ["PUBLIC_URL", `https://palabre.example/path?key=${SECRET}`],
    ["PUBLIC_URL", `https://me:${SECRET}@palabre.example`],
    ["DATABASE_URL", `mysql://me:${SECRET}@db/x`],
    ["REDIS_URL", `http://:${SECRET}@redis`],
    ["SMTP_URL", `pop3://me:${SECRET}@mail`],
    ["PALABRE_DEMO", "yes"],
    ["PALABRE_KEY", "too short"],
    ["TRUSTED_PROXIES", "everybody"],
    ["LOG_LEVEL", "loud"],
    ["MAIL_FROM", "nobody"],
  ])("%s=%s", (variable, value) => {
    const error = refusal({ [variable]: value });
    expect(error.variables).toContain(variable);
    expect(error.message).toContain(variable);
    expect(error.message).not.toContain(SECRET);
    expect(error.message).not.toContain(value);
  });

  it("names all of them at once", () => {
    expect(refusal({ PORT: "0", LOG_LEVEL: "loud" }).variables).toEqual(["PORT", "LOG_LEVEL"]);
  });

  it("asks who sends the mails when there is a way to send them", () => {
    expect(refusal({ SMTP_URL: "smtp://mail.example" }).variables).toEqual(["MAIL_FROM"]);
  });

  it("asks for a database where none is started", () => {
    expect(() => readEnv({ NODE_ENV: "test" })).toThrow("DATABASE_URL is needed");
  });
});

describe("what is not set", () => {
  it("is only for this machine until a public address is given", () => {
    expect(readSettings({ NODE_ENV: "test" })).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      publicUrl: "http://localhost:3000",
    });
    expect(
      readSettings({ NODE_ENV: "test", PUBLIC_URL: "https://palabre.example/" }),
    ).toMatchObject({ host: "0.0.0.0", publicUrl: "https://palabre.example" });
  });

  it("is the demo with a database of its own, never in one that is given", () => {
    const given = { NODE_ENV: "test", DATABASE_URL: "postgresql://db.example/palabre" } as const;
    expect(readSettings({ NODE_ENV: "test" }).demo).toBe(true);
    expect(readSettings({ NODE_ENV: "test", PALABRE_DEMO: "0" }).demo).toBe(false);
    expect(readSettings(given).demo).toBe(false);
    expect(readSettings({ ...given, PALABRE_DEMO: "1" }).demo).toBe(true);
  });

  it("may also be set to nothing", () => {
    expect(readSettings({ NODE_ENV: "test", PORT: "", REDIS_URL: "" })).toMatchObject({
      port: 3000,
      redisUrl: undefined,
    });
  });
});
