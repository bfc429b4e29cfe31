import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { MyLabsPage } from "#wire/smartlab-pages.ts";
import { LabCards } from "./lab-card.tsx";
import "./smartlab.css";

/** One's labs, one's wishes, and the way into one's calendar. */
export function MinePage({ page: { labs, alerts, feedUrl } }: { page: MyLabsPage }) {
  const { t } = useTranslation("smartlab");
  return (
    <Page wide kicker={<Link to="/smartlab">{t("title")}</Link>} title={t("mine.title")}>
      {labs.length === 0 ? (
        <EmptyState
          title={t("mine.none")}
          action={<ButtonLink to="/smartlab">{t("mine.find")}</ButtonLink>}
        >
          <p>{t("mine.noneHow")}</p>
        </EmptyState>
      ) : (
        <LabCards labs={labs} level={2} />
      )}
      <Alerts alerts={alerts} />
      <Section title={t("calendar.title")}>
        <p>{t("calendar.about")}</p>
        {feedUrl && (
          <>
            <Field
              label={t("calendar.address")}
              help={t("calendar.secret")}
              readOnly
              value={feedUrl}
            />
            <p>
              <a href={feedUrl.replace(/^https?:/, "webcal:")}>{t("calendar.subscribe")}</a>
            </p>
          </>
        )}
        <ActForm
          act="programme.renew-feed"
          label={t(feedUrl ? "calendar.renew" : "calendar.make")}
        />
      </Section>
    </Page>
  );
}

function Alerts({ alerts }: Pick<MyLabsPage, "alerts">) {
  const { t } = useTranslation("smartlab");
  const reader = useLanguage();
  if (alerts.length === 0) return null;
  return (
    <Section title={t("alert.mine")}>
      <ul className="lab-people">
        {alerts.map((alert) => {
          const words = [
            alert.theme && t(`theme.${alert.theme}`),
            alert.language && languageName(alert.language, reader),
            alert.city === "online" ? t("online") : alert.city,
          ];
          const about = words.filter(Boolean).join(" · ") || t("alert.any");
          return (
            <li key={JSON.stringify(alert)}>
              <span>{about}</span>
              <ActForm
                act="smartlab.drop-alert"
                fields={alert}
                label={t("alert.drop")}
                about={about}
              />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
