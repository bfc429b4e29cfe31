import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { SessionView } from "#wire/live-session.ts";
import { inLanguage, LANGUAGES, type Translated } from "#domain/kernel/languages.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { textSize } from "../screen-scene.ts";
import { agendaInOrder } from "../session-lists.ts";
import { noticesInOrder } from "./notices.tsx";
import type { ToldScene } from "./told-scene.ts";
import "./screen-told.css";

/** What is shown only because a chair said so. */
type ToldAlone = Exclude<ToldScene, { scene: "vote" | "result" | "question" }>;

type ToldOnScreenProps = { scene: ToldAlone; view: SessionView; host: string };

/** What the chair told the screen to show, beside what it shows by itself. */
export function ToldOnScreen({ scene, view, host }: ToldOnScreenProps) {
  const { t } = useTranslation("stage");
  switch (scene.scene) {
    case "agenda":
      return <AgendaOnScreen view={view} />;
    case "message":
      return <MessageOnScreen message={scene.message} />;
    case "suspended":
      return <SignOnScreen sign={t("suspended.title")}>{t("suspended.room")}</SignOnScreen>;
    case "poster":
      return <SignOnScreen sign={host}>{t("poster.how")}</SignOnScreen>;
    case "announced":
      return (
        <SignOnScreen sign={t("follow.announced")}>
          <Words of={scene.decision.title} />
        </SignOnScreen>
      );
    case "blank":
      return null;
  }
}

/** The agenda: where the room is, what comes, what is done. The present item is kept in sight. */
function AgendaOnScreen({ view }: { view: SessionView }) {
  const { t } = useTranslation("live-session");
  const items = agendaInOrder(view);
  const present = items.findIndex(({ phase }) => phase === "current");
  const first = Math.max(0, Math.min(present - 1, items.length - SHOWN));
  return (
    <ol className="screen-agenda" start={first + 1}>
      {items.slice(first, first + SHOWN).map((item) => (
        <li
          key={item.id}
          className={`screen-agenda-item screen-agenda-${item.phase}`}
          aria-current={item.phase === "current" ? "step" : undefined}
        >
          <span className="screen-agenda-position">{item.position}</span>
          <span>
            <Words of={item.title} />
          </span>
          <span className="screen-agenda-purpose">{t(`agenda.purpose.${item.purpose}`)}</span>
        </li>
      ))}
    </ol>
  );
}

/** So many items fit with letters that are read from the last row. */
const SHOWN = 5;

/** A message of the chair, in every language in which it was written. */
function MessageOnScreen({ message }: { message: Translated }) {
  const said = LANGUAGES.flatMap((language) =>
    message[language] ? [{ language, text: message[language] }] : [],
  );
  const size = textSize(said.map(({ text }) => text).join(" "));
  return (
    <article className="screen-message">
      {said.map(({ language, text }) => (
        <p key={language} lang={language} className={`screen-text screen-text-${size}`}>
          {text}
        </p>
      ))}
    </article>
  );
}

/** A large sign with a line beneath it. */
function SignOnScreen({ sign, children }: { sign: string; children?: ReactNode }) {
  return (
    <article>
      <h2 className="screen-title">{sign}</h2>
      {children && <p className="screen-words">{children}</p>}
    </article>
  );
}

/** A notice of so many characters fits on a line a twelfth of the screen high. */
const ONE_LINE = 45;

/** The latest word of the bureau to the room, under whatever is shown. */
export function NoticeOnScreen({ view }: { view: SessionView }) {
  const language = useLanguage();
  const [latest] = noticesInOrder(view);
  if (!latest) return null;
  const length = inLanguage(latest.texts, language)?.value.length ?? 0;
  return (
    <p className={length > ONE_LINE ? "screen-notice" : "screen-notice screen-notice-short"}>
      <Words of={latest.texts} />
    </p>
  );
}
