import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CheckBox } from "#app/ui/choice.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { RankingPage as Loaded } from "#wire/workers-ranking.ts";
import { LineNav } from "../line-nav.tsx";
import { Extensions } from "./extensions.tsx";
import { FilterForm } from "./filter-form.tsx";
import { HowPart } from "./how-part.tsx";
import { ProposalWords } from "./proposal-words.tsx";
import { ShortlistPart } from "./shortlist-part.tsx";
import { type Shortlist, useShortlist } from "./use-shortlist.ts";
import { WayToBallot } from "./way-to-ballot.tsx";
import "./ranking.css";

/** The frozen list to read at one's pace, what one keeps of it, and the way to the ballot. */
export function RankingPage({ page }: { page: Loaded }) {
  const { t } = useTranslation("workers-ranking");
  const { head, plan, listHash, roll, total } = page;
  const shortlist = useShortlist(head.slug);
  const here = `/workers-assembly/${head.slug}/ranking`;
  return (
    <Page
      title={t("title")}
      lead={<p>{t("lead", { seats: head.seats })}</p>}
      actions={head.coordinates && <Link to={`${here}/plan`}>{t("act.plan")}</Link>}
    >
      <LineNav head={head} />
      <State page={page} shortlist={shortlist} />
      {total > 0 && (
        <Section id="list" title={t("list.title")}>
          <FilterForm page={page} />
          <p className="small muted">
            {t("find.shown", { shown: page.proposals.length, count: total })}{" "}
            {t(page.reader === "signed-out" ? "find.orderDeclared" : "find.order")}
          </p>
          <List page={page} shortlist={shortlist} />
        </Section>
      )}
      {total > 0 && <ShortlistPart page={page} shortlist={shortlist} />}
      <HowPart
        slug={head.slug}
        plan={plan}
        {...(listHash ? { listHash } : {})}
        {...(roll ? { roll } : {})}
      />
    </Page>
  );
}

type Part = { page: Loaded; shortlist: Shortlist };

/** Where the vote stands, and what this reader can do now. */
function State({ page, shortlist }: Part) {
  const { t } = useTranslation("workers-ranking");
  const language = useLanguage();
  const { vote } = page;
  const state = stateOf(page);
  const at = (ms: number | undefined) => (ms === undefined ? "" : formatDateTime(language, ms));
  return (
    <Notice tone={TONES[state]}>
      <p>{t(`state.${state}`, { opens: at(vote?.opensAt), closes: at(vote?.closesAt) })}</p>
      {vote && <Extensions of={vote} />}
      {state === "published" && <Published slug={page.head.slug} />}
      {(state === "open" || state === "draft") && page.reader !== "entitled" && (
        <p>{t(`reader.${page.reader}`)}</p>
      )}
      {state === "open" && <WayToBallot page={page} plan={page.plan} shortlist={shortlist} />}
    </Notice>
  );
}

const TONES = {
  gathering: "wait",
  frozen: "wait",
  draft: "wait",
  open: "information",
  closed: "wait",
  published: "done",
} as const;

/** Counted or not: until it is published it is closed, and no more. */
function stateOf({ head, vote }: Loaded): keyof typeof TONES {
  if (!vote) return head.stage === "gathering" ? "gathering" : "frozen";
  return vote.phase === "counted" ? "closed" : vote.phase;
}

function Published({ slug }: { slug: string }) {
  const { t } = useTranslation("workers-ranking");
  const here = `/workers-assembly/${slug}/ranking`;
  return (
    <p className="row">
      <ButtonLink to={`${here}/result`}>{t("act.result")}</ButtonLink>
      <ButtonLink tone="quiet" to={`${here}/mine`}>
        {t("act.mine")}
      </ButtonLink>
    </p>
  );
}

function List({ page, shortlist }: Part) {
  const { t } = useTranslation("workers-ranking");
  const { head, proposals } = page;
  if (proposals.length === 0) return <EmptyState title={t("find.none")} />;
  return (
    <ol className="ranking-list">
      {proposals.map((proposal) => {
        const { option } = proposal;
        return (
          <li key={option} className="ranking-entry" id={option}>
            <ProposalWords proposal={proposal} themes={head.campaign.themes} />
            <div className="ranking-scripts ranking-keep">
              <CheckBox
                name={`keep-${option}`}
                label={t("short.keep")}
                aria-label={t("short.keepOf", { code: option })}
                checked={shortlist.picks?.includes(option) ?? false}
                disabled={!shortlist.picks}
                onChange={(event) => shortlist.toggle(option, event.currentTarget.checked)}
              />
            </div>
          </li>
        );
      })}
    </ol>
  );
}
