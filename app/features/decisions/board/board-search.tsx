import { Form } from "@remix-run/react";
import { useEffect, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { textField } from "#app/features/live-session/form-field.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { BoardLine } from "./load-board.server.ts";

/** What was searched for and where it led. */
export type Search = { words: string; lines?: BoardLine[] };

type BoardSearchProps = { decisionId: string; search: Search | undefined };

/**
 * Finds a ballot by its four words. With scripts the words leave without cookie, so that nobody
 * learns whose they are; without, they are posted with the page, and that is said.
 */
export function BoardSearch({ decisionId, search }: BoardSearchProps) {
  const { t } = useTranslation("ballot-box");
  const [answered, setAnswered] = useState(search);
  const [busy, setBusy] = useState(false);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);

  const find = async (words: string) => {
    setBusy(true);
    setAnswered({ words, lines: await askAsNobody(decisionId, words) });
    setBusy(false);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!busy) void find(textField(new FormData(event.currentTarget), "words"));
  };
  return (
    <section className="board-part stack" aria-labelledby="find">
      <h2 id="find">{t("find.title")}</h2>
      <Form
        method="post"
        action={`/decisions/${decisionId}/board?index`}
        className="board-search not-printed"
        onSubmit={onSubmit}
      >
        <Field
          name="words"
          label={t("find.words")}
          help={t(ready ? "find.asNobody" : "find.help")}
          defaultValue={search?.words}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Button busy={busy}>{t("find.search")}</Button>
      </Form>
      <div role="status">{answered && !busy && <Found search={answered} />}</div>
    </section>
  );
}

function Found({ search: { words, lines } }: { search: Search }) {
  const { t } = useTranslation("ballot-box");
  if (!lines) return <Notice tone="stop" title={t("find.away")} />;
  const [first] = lines;
  if (!first) {
    return (
      <Notice tone="stop" title={t("find.none", { words })}>
        <p>{t("find.noneWhy")}</p>
        <p>{t("find.noneThen")}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="done" title={t("find.found")}>
      {lines.map((line) => (
        <p key={line.place}>
          {t("find.place", { place: line.place })} <strong>{line.text}</strong>
        </p>
      ))}
      <p>{t("find.foundMeans")}</p>
    </Notice>
  );
}

async function askAsNobody(decisionId: string, words: string): Promise<BoardLine[] | undefined> {
  try {
    const response = await fetch(`/decisions/${decisionId}/board/find`, {
      method: "POST",
      body: new URLSearchParams({ words, language: document.documentElement.lang }),
      credentials: "omit",
      referrerPolicy: "no-referrer",
    });
    return response.ok ? ((await response.json()) as BoardLine[]) : undefined;
  } catch {
    return undefined; // no network: said, and the words stay in their field
  }
}
