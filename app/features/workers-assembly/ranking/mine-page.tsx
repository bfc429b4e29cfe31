import { Link } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { RankingResult } from "#wire/workers-ranking.ts";
import { LineNav } from "../line-nav.tsx";
import { Fates } from "./fates.tsx";
import { useShortlist } from "./use-shortlist.ts";
import "./ranking.css";

/** What became of one's own picks: from what this device kept, or from ticks made again; sent nowhere. */
export function MinePage({ result }: { result: RankingResult }) {
  const { t } = useTranslation("workers-ranking");
  const { head, proposals } = result;
  const { picks: kept } = useShortlist(head.slug);
  const [ticked, setTicked] = useState<readonly string[]>();
  const picks = ticked ?? kept ?? [];
  const tick = (option: string, on: boolean) =>
    setTicked(on ? [...picks, option] : picks.filter((one) => one !== option));
  return (
    <Page title={t("mine.title")} lead={<p>{t("mine.lead")}</p>}>
      <LineNav head={head} />
      <noscript>
        <Notice title={t("mine.noScriptTitle")}>
          <p>{t("mine.noScript")}</p>
        </Notice>
      </noscript>
      <div className="ranking-scripts stack-wide">
        <div role="status">
          {picks.length === 0 ? (
            <p>{t("mine.nothing")}</p>
          ) : (
            <Fates result={result} picks={picks} />
          )}
        </div>
        <Section id="ticks" title={t("mine.tick")}>
          <Choices legend={t("list.title")} help={t("mine.tickHow")}>
            {proposals.map(({ option, sentence }) => (
              <Choice
                key={option}
                type="checkbox"
                label={
                  <>
                    <span className="ranking-code">{option}</span> <Words of={sentence} />
                  </>
                }
                checked={picks.includes(option)}
                disabled={!kept}
                onChange={(event) => tick(option, event.currentTarget.checked)}
              />
            ))}
          </Choices>
        </Section>
      </div>
      <p>
        <Link to={`/workers-assembly/${head.slug}/ranking/result`}>{t("act.result")}</Link>
      </p>
    </Page>
  );
}
