/** The title of a tab: what the page is about, then the house. */
export function titled(title: string | undefined) {
  return [{ title: title ? `${title} · Palabre` : "Palabre" }];
}
