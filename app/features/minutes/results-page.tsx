import { useTranslation } from "react-i18next";
import type { DecisionCard } from "#wire/decisions.ts";
import type { SessionView } from "#wire/live-session.ts";
import { ResultOf } from "#app/features/decisions/result-of.tsx";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";
import { ActForm, ConfirmAct } from "#app/features/live-session/act-form.tsx";
import type { LoadedRoom } from "#app/features/live-session/load-session.server.ts";
import { decisionsInOrder } from "#app/features/live-session/session-lists.ts";
import type { SessionPlace } from "#app/features/live-session/session-place.ts";
import { SessionShell } from "#app/features/live-session/session-shell.tsx";
import { useRoom } from "#app/features/live-session/use-room.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Section } from "#app/ui/page.tsx";
import { Tag, type TagTone } from "#app/ui/tag.tsx";
import "#app/features/live-session/console.css";

type ResultsPageProps = {
  session: LoadedRoom<SessionView>;
  places: SessionPlace[];
  answer: ActAnswer | undefined;
};

/** The chair announces results one by one; each stands on all screens at the same moment. */
export function ResultsPage({ session, places, answer }: ResultsPageProps) {
  const { t } = useTranslation("minutes");
  const { view, refusal } = useRoom(session.room, session);
  const posted = answer && !answer.ok ? answer.refusal : undefined;
  const votes = decisionsInOrder(view).filter(
    ({ phase, annulledAt }) => phase !== "draft" && phase !== "open" && !annulledAt,
  );
  const prepared = votes.filter(({ phase, waitingTie }) => phase === "counted" && !waitingTie);
  const [next] = prepared;
  return (
    <SessionShell view={view} places={places} refusal={refusal ?? posted}>
      <div className="stack-wide">
        <p className="muted console-intro">{t("results.lead")}</p>
        <p role="status">{t("results.prepared", { count: prepared.length })}</p>
        {next && <NextResult decision={next} />}
        <Section title={t("results.others")}>
          {votes.length === 0 && <p className="muted">{t("results.none")}</p>}
          <ol className="console-list">
            {votes.map((decision) => (
              <li key={decision.id} className="console-entry stack">
                <ResultLine decision={decision} view={view} />
              </li>
            ))}
          </ol>
        </Section>
      </div>
    </SessionShell>
  );
}

function NextResult({ decision }: { decision: DecisionCard }) {
  const { t } = useTranslation("minutes");
  return (
    <Section title={t("results.next")}>
      <h3>
        <Words of={decision.title} />
      </h3>
      <ResultOf decision={decision} />
      <ConfirmAct
        act="decision.publish"
        fields={{ decisionId: decision.id }}
        summary={t("results.reveal")}
        why={t("results.revealWhy")}
        label={t("results.revealNow")}
        tone="primary"
        opener="primary"
      />
    </Section>
  );
}

const TONES: Record<string, TagTone> = {
  ready: "ochre",
  waiting: "plain",
  announced: "lake",
  onScreen: "canopy",
};

function ResultLine({ decision, view }: { decision: DecisionCard; view: SessionView }) {
  const { t } = useTranslation("minutes");
  const shown = view.shownResult === decision.id;
  const standing = standingOf(decision, shown);
  return (
    <>
      <p className="row small">
        <Tag tone={TONES[standing]}>{t(`results.state.${standing}`)}</Tag>
        {decision.waitingTie && <span>{t("results.tie")}</span>}
        {decision.phase === "closed" && <span>{t("results.counting")}</span>}
      </p>
      <h3>
        <Words of={decision.title} />
      </h3>
      {shown && (
        <ActForm
          act="result.clear"
          fields={{ assemblyId: view.assembly.id }}
          label={t("results.clear")}
        />
      )}
      {standing === "announced" && (
        <ActForm act="result.show" fields={{ decisionId: decision.id }} label={t("results.show")} />
      )}
    </>
  );
}

function standingOf({ phase, waitingTie }: DecisionCard, shown: boolean): keyof typeof TONES {
  if (phase === "published") return shown ? "onScreen" : "announced";
  return phase === "counted" && !waitingTie ? "ready" : "waiting";
}
