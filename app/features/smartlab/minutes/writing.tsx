import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatList } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { LiveRegion } from "#app/ui/live-region.tsx";
import type { Writer } from "./writers-places.ts";

/** Somebody who writes on and off is announced once in this time (ms). */
const SAID_FOR = 120_000;

type Props = { writers: Writer[]; textOf: () => string | undefined };

/** Who else writes, and on which line; said aloud when somebody begins, and not at every word. */
export function Writing({ writers, textOf }: Props) {
  const { t } = useTranslation("lab-work");
  const language = useLanguage();
  const lines = writers.map(({ name, at }) => {
    const line = at === undefined ? undefined : lineAt(textOf() ?? "", at);
    return line === undefined ? name : t("minutes.atLine", { name, line });
  });
  return (
    <>
      {writers.length > 0 && (
        <p className="muted">
          {t("minutes.writing", { count: writers.length, names: formatList(language, lines) })}
        </p>
      )}
      <LiveRegion message={useBeginners(writers)} />
    </>
  );
}

function useBeginners(writers: Writer[]): string {
  const { t } = useTranslation("lab-work");
  const language = useLanguage();
  const said = useRef(new Map<string, number>());
  const [message, setMessage] = useState("");
  useEffect(() => {
    const now = performance.now();
    const beginners = writers.filter(
      ({ id }) => now - (said.current.get(id) ?? -Infinity) > SAID_FOR,
    );
    for (const { id } of beginners) said.current.set(id, now);
    if (beginners.length === 0) return;
    const names = formatList(
      language,
      beginners.map(({ name }) => name),
    );
    setMessage(t("minutes.writing", { count: beginners.length, names }));
  }, [writers, t, language]);
  return message;
}

function lineAt(text: string, place: number): number {
  return text.slice(0, place).split("\n").length;
}
