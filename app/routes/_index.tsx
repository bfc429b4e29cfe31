import { useTranslation } from "react-i18next";
import { Page } from "#app/ui/page.tsx";

export default function Home() {
  const { t } = useTranslation();
  return <Page title={t("home.title")} lead={<p>{t("home.lead")}</p>} />;
}
