import { useTranslation } from "react-i18next";
import type { SessionView } from "#wire/live-session.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { toldScene, type ToldScene } from "./told-scene.ts";
import "./stage.css";

/**
 * What the chair put on the room's screen, on a member's phone, where phones follow: those who are
 * not in the room see it too.
 */
export function FollowPanel({ view }: { view: SessionView }) {
  const { t } = useTranslation("stage");
  const { screen, suspendedAt } = view.stage;
  if (view.assembly.phase !== "live") return null;
  if (suspendedAt !== undefined) {
    return (
      <Notice tone="wait" title={t("suspended.title")}>
        <p>{t("suspended.words")}</p>
      </Notice>
    );
  }
  const told = screen.phones && screen.scene !== "auto" ? toldScene(view) : undefined;
  if (!told || !SAYS_MORE.includes(told.scene)) return null;
  return (
    <section className="follow-panel" aria-label={t("follow.heading")}>
      <p className="small follow-sign">{t("follow.heading")}</p>
      <Told told={told} />
    </section>
  );
}

/** The rest is on a member's page anyway. */
const SAYS_MORE: readonly ToldScene["scene"][] = ["message", "announced", "question", "result"];

function Told({ told }: { told: ToldScene }) {
  const { t } = useTranslation(["stage", "live-session"]);
  switch (told.scene) {
    case "message":
      return (
        <p className="follow-words">
          <Words of={told.message} tagged />
        </p>
      );
    case "announced":
      return (
        <p className="follow-words">
          {t("follow.announced")} <Words of={told.decision.title} />
        </p>
      );
    case "question":
      return (
        <p className="follow-words">
          {t("live-session:question.number", { number: told.question.number })}{" "}
          <span lang={told.question.language}>{told.question.text}</span>
        </p>
      );
    case "result":
      return (
        <p className="follow-words">
          {t("follow.result")}{" "}
          <a href={`/decisions/${told.decision.id}/result`}>
            <Words of={told.decision.title} />
          </a>
        </p>
      );
    default:
      return null;
  }
}
