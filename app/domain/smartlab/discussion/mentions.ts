/** Somebody who can be named in a message. */
export type Mentionable = { id: string; name: string };

/**
 * Who is called in a message: `@` and a whole name, or a first name that only one of the group has.
 * Capitals and accents do not matter; the longest name that fits is meant.
 */
export function mentionsIn(text: string, people: readonly Mentionable[]): string[] {
  const names = namesOf(people);
  const said = plain(text);
  const found = new Set<string>();
  for (let at = said.indexOf("@"); at >= 0; at = said.indexOf("@", at + 1)) {
    const rest = said.slice(at + 1);
    const meant = names.find(({ name }) => rest.startsWith(name) && ends(rest, name.length));
    if (meant) found.add(meant.id);
  }
  return [...found];
}

/** Whole names, and first names that are one person's, longest first. */
function namesOf(people: readonly Mentionable[]): Mentionable[] {
  const whole = people.map(({ id, name }) => ({ id, name: plain(name) }));
  const first = whole.map(({ id, name }) => ({ id, name: name.split(" ")[0] ?? "" }));
  const alone = first.filter(({ name }) => first.filter((one) => one.name === name).length === 1);
  return [...whole, ...alone]
    .filter(({ name }) => name !== "")
    .sort((a, b) => b.name.length - a.name.length);
}

function ends(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text[at] ?? "");
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
