import { PERSONAS } from "../../prisma/seed/personas.ts";
import type { Settings } from "../platform/env.ts";

/** The last lines of a start: where Palabre is and, in the demo, whom one can be. */
export function welcome(settings: Settings): void {
  const lines = [
    "",
    `Palabre is at ${settings.publicUrl}`,
    ...(settings.demo ? demoLines(settings) : []),
  ];
  process.stdout.write(`${lines.join("\n")}\n\nCtrl-C stops everything.\n`);
}

function demoLines({ publicUrl, smtpUrl }: Settings): string[] {
  const width = Math.max(...PERSONAS.map((persona) => persona.name.length));
  return [
    "",
    "The demo people (one click each on the sign-in page):",
    ...PERSONAS.map(
      ({ name, language, roles }) =>
        `  ${name.padEnd(width)}  ${language}  ${roles.length > 0 ? roles.join(", ") : "member"}`,
    ),
    ...(smtpUrl ? [] : ["", `Their mails: ${publicUrl}/dev/mails`]),
  ];
}
