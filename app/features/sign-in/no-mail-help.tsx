import { useTranslation } from "react-i18next";
import { Notice } from "#app/ui/notice.tsx";

/** The same words for everybody: a stale address must not show by what the page says. */
export function NoMailHelp() {
  const { t } = useTranslation("sign-in");
  return (
    <Notice title={t("noMail.title")}>
      <ul className="sign-in-steps">
        <li>{t("noMail.spam")}</li>
        <li>{t("noMail.other")}</li>
        <li>{t("noMail.desk")}</li>
      </ul>
      <p>{t("noMail.never")}</p>
    </Notice>
  );
}
