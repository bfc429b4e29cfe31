import type { Actor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import { HOME_PARTS, type HomeItem, type HomeItems } from "#wire/home.ts";
import type { Platform } from "../../platform/platform.ts";
import { HOME_SOURCES } from "./sources.ts";

/** Lines shown of each part: what is beyond is found on the page of its feature. */
const SHOWN: Record<HomeItem["part"], number> = { now: 6, waits: 12, became: 8, could: 6 };

/** What concerns one person, from every feature. */
export function createHomeFeature(platform: Platform) {
  return {
    items: async (actor: Actor, language: Language): Promise<HomeItems | undefined> => {
      if (actor.kind !== "person") return undefined;
      const reader = { actor, language };
      const found = await Promise.all(HOME_SOURCES.map((source) => source(platform, reader)));
      return byPart(found.flat());
    },
  };
}

/** What is pressing first, then what comes soonest; of what became, the latest. */
function byPart(items: readonly HomeItem[]): HomeItems {
  const entries = HOME_PARTS.map((part) => {
    const turn = part === "became" ? -1 : 1;
    const own = items
      .filter((item) => item.part === part)
      .sort(
        (one, other) =>
          Number(other.pressing ?? false) - Number(one.pressing ?? false) ||
          turn * (one.at ?? "9").localeCompare(other.at ?? "9"),
      );
    return [part, own.slice(0, SHOWN[part])] as const;
  });
  return Object.fromEntries(entries) as HomeItems;
}
