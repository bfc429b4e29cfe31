import { z } from "zod";
import { LANGUAGES, type Language, type Translated } from "../domain/kernel/languages.ts";
import { keptText } from "./text.ts";

/** A text in four languages, from the fields `<name>.fr`, `<name>.nl` … of a form. */
export const inFour = <N extends string>(name: N, most: number) =>
  Object.fromEntries(
    LANGUAGES.map((one) => [`${name}.${one}`, keptText.trim().max(most).default("")]),
  ) as Record<`${N}.${Language}`, z.ZodDefault<typeof keptText>>;

/** What such fields say; a language that says nothing is left out. */
export function translated<N extends string>(
  form: Record<`${N}.${Language}`, string>,
  name: N,
): Translated {
  return Object.fromEntries(
    LANGUAGES.flatMap((one) => {
      const text = form[`${name}.${one}`];
      return text === "" ? [] : [[one, text]];
    }),
  ) as Translated;
}

/** A command with such fields, also where a form of the live session says `title: { fr }`. */
export const alsoNested = <S extends z.ZodType>(schema: S) =>
  z.preprocess((given) => {
    if (typeof given !== "object" || given === null) return given;
    return Object.fromEntries(
      Object.entries(given as Record<string, unknown>).flatMap(([name, value]) =>
        typeof value === "object" && value !== null
          ? Object.entries(value).map(([part, one]): [string, unknown] => [`${name}.${part}`, one])
          : [[name, value] as [string, unknown]],
      ),
    );
  }, schema);
