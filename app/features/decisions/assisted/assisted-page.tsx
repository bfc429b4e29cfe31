import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PaperElector } from "#wire/urns.ts";
import { Notice } from "#app/ui/notice.tsx";
import { DecisionSheet } from "../decision-sheet.tsx";
import { DecisionText } from "../decision-text.tsx";
import type { BallotPage } from "../load-page.server.ts";
import { AssistedSteps } from "./assisted-steps.tsx";

type AssistedPageProps = { page: BallotPage; elector: PaperElector };

/** A helper at the desk votes with somebody who asked, in front of them. */
export function AssistedPage({ page, elector }: AssistedPageProps) {
  const { t } = useTranslation("urns");
  const mark = elector.marks[page.id] ?? "none";
  return (
    <DecisionSheet
      page={page}
      kind={t("assisted.kind", { name: elector.name })}
      before={
        <p className="page-kicker not-printed">
          <Link to={`/live-session/${page.assembly.slug}/paper`}>{t("assisted.back")}</Link>
        </p>
      }
    >
      <p className="decision-meaning">{t("assisted.meaning", { name: elector.name })}</p>
      <DecisionText page={page} />
      {page.phase !== "open" ? (
        <Notice tone="wait">
          <p>{t("assisted.notOpen")}</p>
        </Notice>
      ) : (
        <>
          <noscript>
            <Notice tone="wait">
              <p>{t("needsScript")}</p>
            </Notice>
          </noscript>
          <AssistedSteps page={page} elector={elector} free={mark === "free"} />
        </>
      )}
    </DecisionSheet>
  );
}
