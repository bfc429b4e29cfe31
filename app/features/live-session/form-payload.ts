import type { NameLevel } from "#domain/live-session/question.ts";
import type { CommandType } from "#wire/commands.ts";

/** Fields of a form that stand for yes or no: a ticked box, or "true" from a button. */
const YES_NO = [
  "nameHidden",
  "on",
  "open",
  "notAnswered",
  "machine",
  "liveResults",
  "registers",
  "incident",
  "keepNotes",
  "again",
  "coming",
  "agree",
];
/** Of those, boxes: left unticked, a browser sends nothing at all. */
const BOXES: Partial<Record<CommandType, string[]>> = {
  "question.write": ["nameHidden"],
  "question.edit": ["nameHidden"],
  "question.write-for": ["nameHidden"],
  "question.translate": ["machine"],
  "poll.create": ["liveResults"],
  "decision.annul": ["again"],
  "codev-session.close": ["incident", "keepNotes"],
  "codev.report-session": ["incident"],
  "programme.add-session": ["registers"],
  "programme.change-session": ["registers"],
};
/** Fields of the form itself, not of the command. */
const ENVELOPE = ["intent", "enhanced"];
/** Acts that take a part of a form which serves another act too. */
const PARTS: Partial<Record<CommandType, string[]>> = {
  "question.similar": ["assemblyId", "language", "text"],
};
/** Fields that come several times, in order. */
const LISTS = [
  "order",
  "options",
  "to",
  "languages",
  "itemIds",
  "slots",
  "modes",
  "personIds",
  "presentIds",
  "clientIds",
  "learnings",
];
/** Fields that are left out when nothing was chosen. */
const OPTIONAL = ["itemId", "siteId"];

/** One choice of a form, two facts of a command. */
const NAME_LEVEL: Record<NameLevel, { nameHidden: boolean; unstored?: true }> = {
  shown: { nameHidden: false },
  hidden: { nameHidden: true },
  unstored: { nameHidden: true, unstored: true },
};

/**
 * What a form carries, as the live command of the same act carries it. Used by the browser before
 * sending and by the server before parsing, so that both ways are one.
 */
export function formPayload(type: CommandType, form: FormData): Record<string, unknown> {
  const payload: Record<string, unknown> = {};
  for (const box of BOXES[type] ?? []) payload[box] = false;
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string" || !isCarried(type, name, value)) continue;
    if (name === "nameLevel") {
      Object.assign(payload, NAME_LEVEL[value as NameLevel]);
      continue;
    }
    // `title.fr` is the French one of `title`.
    const [whole = name, part] = name.split(".");
    if (part === undefined) {
      payload[name] = LISTS.includes(name) ? form.getAll(name) : asSaid(name, value);
    } else {
      payload[whole] = { ...(payload[whole] as object | undefined), [part]: value };
    }
  }
  return payload;
}

function isCarried(type: CommandType, name: string, value: string): boolean {
  if (ENVELOPE.includes(name) || (OPTIONAL.includes(name) && value === "")) return false;
  return PARTS[type]?.includes(name) ?? true;
}

function asSaid(name: string, value: string): string | boolean {
  return YES_NO.includes(name) ? value === "true" || value === "on" : value;
}
