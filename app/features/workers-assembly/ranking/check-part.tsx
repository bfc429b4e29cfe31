import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Section } from "#app/ui/page.tsx";
import type { RankingResult } from "#wire/workers-ranking.ts";
import { ListHash } from "./how-part.tsx";

/** What it was counted by, and everything that a recount needs. */
export function CheckPart({ result }: { result: RankingResult }) {
  const { t } = useTranslation("workers-ranking");
  const language = useLanguage();
  const { head, plan, page, report, listHash, ballotsHash, countedAt, mayCheck } = result;
  return (
    <Section id="check" title={t("result.check")}>
      <p>
        {t("result.settings", {
          method: t(`method.${plan.method}`),
          seats: report.seats ?? 0,
          counted: formatDateTime(language, countedAt),
        })}{" "}
        {plan.method === "equal-shares" &&
          t("result.range", { least: plan.least, most: plan.most })}
      </p>
      <ListHash slug={head.slug} hash={listHash} />
      <p className="small ranking-hash">
        {t("result.ballots")} <code>{ballotsHash}</code>
      </p>
      {mayCheck ? (
        <>
          <p>{t("result.checkHow")}</p>
          <ul>
            <li>
              <a href={`/decisions/${page.id}/bundle.json`}>{t("result.bundle")}</a>
            </li>
            <li>
              <Link to="/recount">{t("result.recount")}</Link>
            </li>
            <li>
              <Link to={`/decisions/${page.id}/board`}>{t("result.board")}</Link>
            </li>
          </ul>
        </>
      ) : (
        <p>{t("result.checkOthers")}</p>
      )}
    </Section>
  );
}
