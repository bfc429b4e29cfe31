import { useTranslation } from "react-i18next";
import { Notice } from "#app/ui/notice.tsx";

/** Nothing is lost while the network is away: how much waits, and what becomes of it. */
export function CutNote({ count }: { count: number }) {
  const { t } = useTranslation("codev-session");
  return (
    <Notice tone="wait" role="status" title={t("cut.heading")}>
      <p>{t("cut.words", { count })}</p>
    </Notice>
  );
}

/** The page is here, and what it would show is not. */
export function Blank() {
  const { t } = useTranslation("codev-session");
  return (
    <>
      <h1 className="desk-title">{t("blank.heading")}</h1>
      <p>{t("blank.words")}</p>
    </>
  );
}
