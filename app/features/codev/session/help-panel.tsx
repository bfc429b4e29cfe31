import { useTranslation } from "react-i18next";
import { Notice } from "#app/ui/notice.tsx";

/** Lines that answer at any hour in Belgium, by language region. */
const LINES = {
  emergency: "112",
  listenFr: "107",
  listenNl: "106",
  listenDe: "108",
  suicideFr: "0800 32 123",
  suicideNl: "1813",
} as const;

/** Where help is: shown to everybody when a session is stopped, and to whoever opens it. */
export function HelpLines() {
  const { t } = useTranslation("codev-session");
  return (
    <>
      <p>{t("help.cooperative")}</p>
      <ul className="help-lines">
        {Object.entries(LINES).map(([name, number]) => (
          <li key={name}>
            <a href={`tel:${number.replaceAll(" ", "")}`}>{number}</a> {t(`help.line.${name}`)}
          </li>
        ))}
      </ul>
      <p className="small muted">{t("help.nothingKept")}</p>
    </>
  );
}

/** The session is stopped: nothing else matters now. */
export function StoppedPanel() {
  const { t } = useTranslation("codev-session");
  return (
    <Notice tone="stop" role="alert" title={t("stopped.heading")}>
      <p>{t("stopped.words")}</p>
      <HelpLines />
    </Notice>
  );
}
