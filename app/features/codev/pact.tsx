import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { CyclePage } from "#wire/codev-pages.ts";

/** The pact, clause by clause; folded once one accepted all of it. */
export function Pact({ page }: { page: CyclePage }) {
  const { t } = useTranslation("codev");
  const { pact, id, myState } = page;
  const left = pact.filter(({ accepted }) => !accepted).length;
  const clauses = (
    <ol className="codev-list">
      {pact.map(({ clause, accepted }) => (
        <li key={clause} className="codev-card">
          <p className="codev-card-name">
            {t(`pact.${clause}.title`)}{" "}
            {accepted && (
              <Tag tone="canopy" shape="circle">
                {t("pact.accepted")}
              </Tag>
            )}
          </p>
          <p>{t(`pact.${clause}.text`)}</p>
          {!accepted && (
            <PostedAct
              act="codev.accept-clause"
              fields={{ cycleId: id, clause }}
              label={t("pact.accept")}
            />
          )}
        </li>
      ))}
    </ol>
  );
  if (left === 0) {
    return (
      <details className="codev-fold">
        <summary>{t("pact.signed")}</summary>
        {clauses}
      </details>
    );
  }
  return (
    <Section id="pact" title={t("pact.title")}>
      <p>{t("pact.about", { count: left })}</p>
      {clauses}
      {myState === "invited" && (
        <Confirm label={t("pact.decline")} why={t("pact.declineWhy")}>
          <PostedAct
            act="codev.decline"
            fields={{ cycleId: id }}
            label={t("pact.declineNow")}
            tone="stop"
          />
        </Confirm>
      )}
    </Section>
  );
}
