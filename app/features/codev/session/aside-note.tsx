import { useTranslation } from "react-i18next";
import { formatTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useDesk } from "./desk.ts";

/** As many as fit beside what is going on; the whole is in the journal of the session. */
const SHOWN = 2;

/** Both facilitators did something at the same time, or apart: what counts, and by which rule. */
export function AsideNote() {
  const { t } = useTranslation("codev-session");
  const language = useLanguage();
  const { course } = useDesk();
  const latest = course.aside.slice(-SHOWN);
  if (latest.length === 0) return null;
  return (
    <Notice tone="wait" role="status" title={t("aside.heading")}>
      {latest.map(({ id, kind, at, by, step, why }) => (
        <p key={id}>
          {t(`aside.${why}`, {
            time: formatTime(language, at),
            who: t(`seat.${by}`),
            act: t(`act.${kind}`),
            step: t(`step.${step}.name`),
          })}
        </p>
      ))}
      <details>
        <summary>{t("aside.ruleHeading")}</summary>
        <p>{t("aside.rule")}</p>
      </details>
    </Notice>
  );
}
