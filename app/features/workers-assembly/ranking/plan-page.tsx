import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FormNews, type FormState } from "#app/features/surveys/form-state.tsx";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { RankingPlanPage } from "#wire/workers-ranking.ts";
import { LineNav } from "../line-nav.tsx";
import { Extend } from "./extend-form.tsx";
import { PlanForm } from "./plan-form.tsx";
import "./ranking.css";

type PlanPageProps = { page: RankingPlanPage; state: FormState };

/** How it will be chosen, when, and what is still lacking before the vote is announced. */
export function PlanPage({ page, state }: PlanPageProps) {
  const { t } = useTranslation("workers-ranking");
  const { head, may, vote } = page;
  return (
    <Page
      title={t("plan.title")}
      lead={<p>{t("plan.lead")}</p>}
      actions={<Link to={`/workers-assembly/${head.slug}/ranking`}>{t("act.list")}</Link>}
    >
      <LineNav head={head} />
      <FormNews state={state} />
      {may.publish && vote && (
        <Section title={t("plan.publish")}>
          <p>{t("plan.publishHow")}</p>
          <Form method="post">
            <input type="hidden" name="decisionId" value={vote.decisionId} />
            <Button name="intent" value="publish">
              {t("plan.publish")}
            </Button>
          </Form>
        </Section>
      )}
      {vote?.phase === "open" && <Extend page={page} vote={vote} state={state} />}
      {page.keepers && <Keepers slug={head.slug} {...page.keepers} />}
      {may.plan && <PlanForm page={page} state={state} />}
      {head.coordinates && !vote && <DrawUp page={page} />}
      {vote && head.session && <Around session={head.session} />}
    </Page>
  );
}

/** What is lacking before the vote can be announced; then the act. */
function DrawUp({ page }: { page: RankingPlanPage }) {
  const { t } = useTranslation("workers-ranking");
  const language = useLanguage();
  const { head, rollClosed, unreviewed, may } = page;
  if (head.stage === "gathering") {
    return (
      <Section title={t("plan.drawUp")}>
        <p>{t("plan.notFrozen")}</p>
      </Section>
    );
  }
  return (
    <Section title={t("plan.drawUp")}>
      {!rollClosed && (
        <Notice tone="wait">
          <p>{t("plan.rollOpen")}</p>
        </Notice>
      )}
      {unreviewed.length > 0 && (
        <Notice tone="wait" title={t("plan.unreviewed", { count: unreviewed.length })}>
          <ul>
            {unreviewed.map(({ code, language: of, written }) => (
              <li key={`${code}-${of}`}>
                <Link to={`/workers-assembly/${head.slug}/proposals/${code}`}>{code}</Link>{" "}
                {languageName(of, language)} : {t(written ? "plan.unread" : "plan.unwritten")}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {may.drawUp && (
        <Confirm label={t("plan.drawUp")} why={t("plan.drawUpHow")} tone="primary">
          <Form method="post">
            <Button name="intent" value="draw-up">
              {t("plan.drawUpAct")}
            </Button>
          </Form>
        </Confirm>
      )}
    </Section>
  );
}

/** The urn waits for who is to keep it: without them the vote does not open at its hour. */
function Keepers({ slug, named, needed }: { slug: string; named: number; needed: number }) {
  const { t } = useTranslation("workers-ranking");
  return (
    <Notice tone="wait">
      {named < needed ? (
        <>
          <p>{t("plan.keepers", { count: named, needed })}</p>
          <p>
            <Link to={`/workers-assembly/${slug}/organise`}>{t("plan.keepersName")}</Link>
          </p>
        </>
      ) : (
        <p>{t("plan.keysMissing")}</p>
      )}
    </Notice>
  );
}

/** The ceremony of the urn and the desk for slips are those of every assembly. */
function Around({ session }: { session: string }) {
  const { t } = useTranslation("workers-ranking");
  return (
    <Section title={t("plan.after")}>
      <ul>
        <li>
          <Link to={`/live-session/${session}/urns`}>{t("plan.urns")}</Link>
        </li>
        <li>
          <Link to={`/live-session/${session}/paper`}>{t("plan.paper")}</Link>
        </li>
      </ul>
    </Section>
  );
}
