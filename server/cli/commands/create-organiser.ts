import { parseArgs } from "node:util";
import { isLanguage, LANGUAGES, type Language } from "#domain/kernel/languages.ts";
import { readEmail } from "#domain/membership/register-values.ts";
import type { Container } from "../../container.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Platform } from "../../platform/platform.ts";
import type { AdminCommand } from "../admin.ts";
import { Stop } from "../steps.mjs";
import { writeFirstStatutes } from "./first-statutes.ts";

type NewOrganiser = { email: string; name: string; language: Language };

const USAGE = `--email <address> --name <"given and family name"> --language <${LANGUAGES.join("|")}>`;

/** The first person of a real cooperative: may grant roles and bring in the register. */
export const createOrganiser: AdminCommand = {
  usage: USAGE,
  purpose: "Makes the person who grants roles, prepares assemblies and imports the register.",
  plan: (args) => {
    const organiser = read(args);
    return (container) => create(container, organiser);
  },
};

function read(args: string[]): NewOrganiser {
  try {
    const option = { type: "string" } as const;
    const options = { email: option, name: option, language: option };
    const { values } = parseArgs({ args, options });
    const email = readEmail(values.email ?? "");
    if (!email) throw new Error("--email must be a mail address");
    const name = (values.name ?? "").trim();
    if (!name) throw new Error("--name is needed");
    if (!isLanguage(values.language)) {
      throw new Error(`--language must be one of ${LANGUAGES.join(", ")}`);
    }
    return { email, name, language: values.language };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Stop(`${why}\n  npm run admin -- create-organiser ${USAGE}`);
  }
}

async function create({ platform, api }: Container, organiser: NewOrganiser): Promise<string> {
  await writeFirstStatutes(platform.pool);
  const { personId, known } = await findOrAdd(platform, organiser);
  const validFrom = dayInBrussels(platform.clock.now());
  for (const role of ["organiser", "register_keeper"] as const) {
    const grant = { personId, role, body: "cooperative", validFrom } as const;
    const granted = await api.membership.grantRole({ kind: "system" }, grant);
    if (!granted.ok) throw new Stop(`${role} could not be granted: ${granted.refusal.code}`);
  }
  return [
    known
      ? `The person with the address ${organiser.email} is now organiser and keeper of the register.`
      : `${organiser.name} is organiser and keeper of the register.`,
    "",
    "Next:",
    ...nextSteps(platform.env).map((line, at) => `  ${at + 1}. ${line}`),
  ].join("\n");
}

async function findOrAdd(
  platform: Platform,
  { email, name, language }: NewOrganiser,
): Promise<{ personId: string; known: boolean }> {
  const [givenName = "", ...rest] = name.split(/\s+/);
  const family = rest.join(" ");
  const { rows } = await platform.pool.query<{ id: string }>(
    `INSERT INTO person (id, given_name, family_name, language, email, email_status)
     VALUES ($1, $2, $3, $4, $5, 'working') ON CONFLICT (email) DO NOTHING RETURNING id`,
    [platform.random.uuid(), family ? givenName : "", family || givenName, language, email],
  );
  if (rows[0]) return { personId: rows[0].id, known: false };
  const found = await platform.pool.query<{ id: string }>(
    "SELECT id FROM person WHERE email = $1",
    [email],
  );
  const [person] = found.rows;
  if (!person) throw new Stop("The register changed meanwhile. Try again.");
  return { personId: person.id, known: true };
}

function nextSteps({ demo, smtpUrl, publicUrl }: Platform["env"]): string[] {
  const start = demo ? "PALABRE_DEMO=0 npm start" : "npm start";
  return [
    ...(smtpUrl ? [] : ["Set SMTP_URL and MAIL_FROM: the sign-in code comes by mail."]),
    `Start Palabre for real, without the demo's people: ${start}`,
    `Sign in with that address at ${publicUrl}/sign-in`,
    `Bring in the register at ${publicUrl}/membership/import, first as a dry run.`,
    `Grant the other roles at ${publicUrl}/membership/roles`,
  ];
}
