import type { PosterView } from "#wire/check-in.ts";

/** The way in that a screen shows where nobody named a site: that of the main room. */
export function mainPoster(posters: readonly PosterView[]): PosterView | undefined {
  return posters.find(({ site }) => site.kind === "main") ?? posters[0];
}
