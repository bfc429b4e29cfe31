import { EnvError, readSettings, type Settings } from "../platform/env.ts";
import { Stop } from "./steps.mjs";

/** The settings, or an end that names those that cannot be used. */
export function settingsOrStop(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    if (error instanceof EnvError) throw new Stop(`A setting cannot be used:\n${error.message}`);
    throw error;
  }
}
