/** How the page is lit: as the device asks, or as the reader chose here. */
export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}

const YEAR_SECONDS = 31_536_000;
const THEME_COOKIE = /(?:^|;\s*)palabre_theme=(\w+)/;

export function readTheme(cookies: string | null): Theme {
  const chosen = THEME_COOKIE.exec(cookies ?? "")?.[1];
  return isTheme(chosen) ? chosen : "auto";
}

/** Preferences of a browser, not of a person: nothing in them identifies anybody. */
export function preferenceCookie(name: "palabre_language" | "palabre_theme", value: string) {
  return `${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly`;
}
