import { freed } from "./people.ts";
import { isAtWork, type LabState } from "./life.ts";

/** What labs are about: how members find them. */
export const LAB_THEMES = [
  "pay",
  "protection",
  "prevention",
  "arts",
  "wellbeing",
  "crafts",
  "activity",
  "digital",
  "ecology",
  "cooperation",
] as const;
export type LabTheme = (typeof LAB_THEMES)[number];

/** How a lab works (S-19); "own" is told in its own words. */
export const LAB_MODELS = [
  "sector",
  "practices",
  "network",
  "advocacy",
  "collective-action",
  "peer-support",
  "own",
] as const;
export type LabModel = (typeof LAB_MODELS)[number];

/** Who had the idea: said as it is, also where the cooperative did (S-19). */
export const LAB_ORIGINS = ["member", "cooperative", "recommendation", "assembly"] as const;
export type LabOrigin = (typeof LAB_ORIGINS)[number];

/** Who goes on with what a lab made. */
export const HAND_OFFS = ["none", "board", "advocacy", "lab", "assembly"] as const;
export type HandOff = (typeof HAND_OFFS)[number];

/** What a lab that was asked to go on with another's work said; a reason goes with either. */
export type HandOffState = "asked" | "accepted" | "declined";

/** How many must be interested before a lab can open, where nobody set another number. */
export const USUAL_THRESHOLD = 5;

/** What a member who looks for a lab can do with one. */
export const OPENNESSES = ["gathering", "places", "full", "resting", "over"] as const;
export type Openness = (typeof OPENNESSES)[number];

/** How open a lab is now. */
export function opennessOf(
  lab: { state: LabState; capacity?: number },
  counts: { joined: number; waiting: number },
): Openness {
  if (lab.state === "interest" || lab.state === "ready") return "gathering";
  if (lab.state === "paused") return "resting";
  if (!isAtWork(lab.state)) return "over";
  // A place that is free while somebody waits is theirs.
  const free = freed(lab, { joined: counts.joined, waiting: counts.waiting + 1 });
  return free > counts.waiting ? "places" : "full";
}

/**
 * The part of an address that says the title: without accents, words joined by hyphens, at most
 * sixty letters. Empty for a title without letters or figures.
 */
export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/œ/g, "oe")
    .replace(/ß/g, "ss")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
}

/** The part of an address that names a lab, of whatever was typed or pasted: "…/smartlab/bois/". */
export function slugTyped(typed: string): string {
  const [path = ""] = typed.split(/[?#]/);
  const parts = path.split("/").filter(Boolean);
  return parts[parts.indexOf("smartlab") + 1] ?? "";
}

/** Places of the site that a lab may not take for its own. */
export const RESERVED_SLUGS: readonly string[] = ["new", "mine", "hubs", "overview"];

/** Where the work of a lab lies: each is a page under its address. */
export const LAB_PARTS = [
  "discussion",
  "minutes",
  "tasks",
  "decisions",
  "dates",
  "charter",
  "documents",
] as const;
