import { forgetPage, keepPage } from "#app/features/live-session/kept-page.ts";

const scopeOf = (slug: string) => `/live-session/${slug}/door`;

/** Keeps this door's page, so that it opens again without a network. What a search showed is not kept. */
export async function keepDoorPage(slug: string, site: string): Promise<void> {
  // The reader of codes is loaded when a camera is first opened: that may be too late.
  await import("jsqr").catch(() => undefined);
  await keepPage(scopeOf(slug), `${scopeOf(slug)}?site=${encodeURIComponent(site)}`);
}

/** The device is given back. */
export function forgetDoorPage(slug: string): Promise<void> {
  return forgetPage(scopeOf(slug));
}
