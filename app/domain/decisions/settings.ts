import { type Result, ok, refuse } from "../kernel/result.ts";

/** A setting: what it is when nobody says, and its value from unknown input, or undefined. */
export type Setting<T> = { default: T; read: (value: unknown) => T | undefined };

/** `unknown-setting` and `bad-setting` name the setting in `details.setting`. */
export type SettingsRefusal = "unknown-setting" | "bad-setting";

export type SettingsReader<Settings> = {
  defaults: Settings;
  /** Settings from JSON: what is left out has its default, what is not known is refused. */
  parse(input: Record<string, unknown>): Result<Settings, SettingsRefusal>;
};

/** The reader of a method's settings. */
export function readSettings<Settings extends Record<string, unknown>>(known: {
  [K in keyof Settings]: Setting<Settings[K]>;
}): SettingsReader<Settings> {
  const entries = Object.entries<Setting<unknown>>(known);
  const gather = (valueOf: (name: string, setting: Setting<unknown>) => unknown) =>
    Object.fromEntries(entries.map(([name, it]) => [name, valueOf(name, it)])) as Settings;
  return {
    defaults: gather((_, setting) => setting.default),
    parse: (input) => {
      const unknown = Object.keys(input).find((name) => !Object.hasOwn(known, name));
      if (unknown !== undefined) return refuse("unknown-setting", { setting: unknown });
      const settings = gather((name, setting) =>
        Object.hasOwn(input, name) ? setting.read(input[name]) : setting.default,
      );
      const bad = entries.find(([name]) => settings[name] === undefined);
      return bad ? refuse("bad-setting", { setting: bad[0] }) : ok(settings);
    },
  };
}

/** A whole number from `least` to `most`. */
export function wholeNumber(initial: number, least: number, most: number): Setting<number> {
  return {
    default: initial,
    read: (value) =>
      typeof value === "number" && Number.isInteger(value) && value >= least && value <= most
        ? value
        : undefined,
  };
}

/** One of a few words, the first by default. */
export function oneOf<const T extends string>(...words: [T, ...T[]]): Setting<T> {
  return { default: words[0], read: (value) => words.find((word) => word === value) };
}

/** How many places there are to fill. */
export const SEATS = wholeNumber(1, 1, 10_000);
