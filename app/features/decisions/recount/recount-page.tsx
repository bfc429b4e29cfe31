import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { LiveRegion } from "#app/ui/live-region.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { Progress } from "#app/ui/progress.tsx";
import { RecountChecks } from "./recount-checks.tsx";
import { RecountOutcome } from "./recount-outcome.tsx";
import { RecountSummary } from "./recount-summary.tsx";
import { type RecountState, useRecount } from "./use-recount.ts";
import "./recount.css";

/** Counts a secret vote again in the reader's own browser, from its bundle alone. */
export function RecountPage({ decisionId }: { decisionId?: string }) {
  const { t } = useTranslation("recount");
  const { state, start, startFrom, again } = useRecount();
  const asking = state.kind === "idle" || state.kind === "fetch-failed";
  return (
    <Page title={t("title")} lead={<p>{t("lead")}</p>}>
      <noscript>
        <Notice tone="wait">
          <p>{t("noScript")}</p>
          <p>
            <code>npm run recount -- bundle.json</code>
          </p>
        </Notice>
      </noscript>
      <div className="stack-wide needs-script">
        <LiveRegion message={useSpoken(state)} />
        {asking && decisionId && (
          <p>
            <Button
              type="button"
              onClick={() => void startFrom(`/decisions/${decisionId}/bundle.json`)}
            >
              {t("fetch")}
            </Button>
          </p>
        )}
        {state.kind === "fetch-failed" && <Notice tone="stop">{t("fetchFailed")}</Notice>}
        {asking && <ChooseFile quiet={decisionId !== undefined} start={start} />}
        <Running state={state} />
        {state.kind === "refused" && (
          <Notice tone="stop" title={t("problem.title")}>
            <p>{t(`problem.${state.problem.code}`, state.problem)}</p>
          </Notice>
        )}
        {state.kind === "done" && (
          <>
            <RecountOutcome recount={state.recount} />
            <RecountChecks checks={state.recount.checks} />
            <RecountSummary recount={state.recount} />
          </>
        )}
        {(state.kind === "done" || state.kind === "refused") && (
          <p>
            <Button type="button" tone="quiet" onClick={again}>
              {t("again")}
            </Button>
          </p>
        )}
      </div>
    </Page>
  );
}

function ChooseFile({ quiet, start }: { quiet: boolean; start: (file: Blob) => void }) {
  const { t } = useTranslation("recount");
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const file = new FormData(event.currentTarget).get("bundle");
        if (file instanceof Blob) start(file);
      }}
    >
      <Field
        label={t("choose")}
        help={t("chooseHelp")}
        name="bundle"
        type="file"
        accept="application/json,.json"
      />
      <p>
        <Button tone={quiet ? "quiet" : "primary"}>{t("start")}</Button>
      </p>
    </form>
  );
}

function Running({ state }: { state: RecountState }) {
  const { t } = useTranslation("recount");
  if (state.kind === "reading") return <p>{t("reading")}</p>;
  if (state.kind !== "progress") return null;
  const { check, done, total } = state.progress;
  return (
    <Progress
      label={t(`progress.${check}`)}
      value={done}
      max={total}
      words={t("progress.words", { done, total })}
    />
  );
}

/** What a screen reader is told: each check as it begins, not every ballot. */
function useSpoken(state: RecountState): string {
  const { t } = useTranslation("recount");
  if (state.kind === "reading") return t("reading");
  if (state.kind === "progress") return t(`progress.${state.progress.check}`);
  return "";
}
