import { useTranslation } from "react-i18next";
import { Notice } from "#app/ui/notice.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { LANGUAGES, type Translated } from "#domain/kernel/languages.ts";
import type { Refusal } from "#domain/kernel/result.ts";

/** What the last form of a page met, and what was typed into it. */
export type FormState = { done: boolean; refusal: Refusal | undefined; typed: Typed };
export type Typed = Record<string, string>;
/** What a refused form comes back with: why, and everything that was typed. */
export type Refused = { refusal: Refusal; typed: Typed };

/** What a page says of its last form. */
export function formState(done: boolean, refused: Refused | undefined): FormState {
  return { done: done && !refused, refusal: refused?.refusal, typed: refused?.typed ?? {} };
}

/** What was typed into the form of this act. */
export function typedInto(intent: string, { typed }: FormState): Typed {
  return typed["intent"] === intent ? typed : {};
}

export function FormNews({ state: { done, refusal } }: { state: FormState }) {
  const { t } = useTranslation("surveys");
  if (refusal) return <RefusalNote refusal={refusal} />;
  if (!done) return null;
  return (
    <Notice tone="done" role="status">
      <p>{t("done")}</p>
    </Notice>
  );
}

/** A text in four languages as the fields of a form: `title.fr`, `title.nl` … */
export function inFields(name: string, texts: Translated): Typed {
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const text = texts[language];
      return text === undefined ? [] : [[`${name}.${language}`, text]];
    }),
  );
}

/** Lists in four languages, one a line. */
export function linesInFields(name: string, texts: readonly Translated[]): Typed {
  const lines = LANGUAGES.map((language) => [
    language,
    texts
      .map((text) => text[language] ?? "")
      .join("\n")
      .trim(),
  ]);
  return inFields(name, Object.fromEntries(lines) as Translated);
}
