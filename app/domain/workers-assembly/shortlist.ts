/**
 * A shortlist travels between devices in the fragment of an address, which browsers never send to
 * any server: `#picks=P03.P11`.
 */
const FRAGMENT = "picks";
const OPTION = /^P\d{2,4}$/;

/** The fragment that carries these options, in a stated order that says nothing of who picked when. */
export function writePicks(options: readonly string[]): string {
  return `#${FRAGMENT}=${[...options].sort().join(".")}`;
}

/** The options that a fragment carries, each once; undefined where it carries no shortlist. */
export function readPicks(fragment: string): string[] | undefined {
  const prefix = `#${FRAGMENT}=`;
  if (!fragment.startsWith(prefix)) return undefined;
  const options = fragment.slice(prefix.length).split(".");
  return [...new Set(options.filter((option) => OPTION.test(option)))].sort();
}
