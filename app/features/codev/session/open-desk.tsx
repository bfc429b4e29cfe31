import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { MyCodevView } from "#wire/codev-session.ts";
import { Button } from "#app/ui/button.tsx";
import { AsideNote } from "./aside-note.tsx";
import { OtherClients, Subjects } from "./before-session.tsx";
import { ContractForm } from "./contract-form.tsx";
import { useDesk } from "./desk.ts";
import { StoppedPanel } from "./help-panel.tsx";
import { OwnNote } from "./own-note.tsx";
import { Parking } from "./parking.tsx";
import { Round } from "./round.tsx";
import { RuleCard } from "./rule-card.tsx";
import { EmergencyStop, RareActs, StepActs } from "./step-acts.tsx";
import { StepNow } from "./step-now.tsx";
import { TagsRow } from "./tags-row.tsx";
import { useBell } from "./use-bell.ts";

/** What leads a session through its step: the same for a real one and for practice. */
export function StepDesk({ children }: { children?: ReactNode }) {
  const { t } = useTranslation("codev-session");
  const { course, minutes, now, contract } = useDesk();
  const bell = useBell(course, minutes, now);
  return (
    <>
      {course.phase === "stopped" && <StoppedPanel />}
      <StepNow course={course} minutes={minutes} now={now} contract={contract} />
      <StepActs />
      <AsideNote />
      <Round />
      <TagsRow />
      {children}
      <div className="row">
        <Button type="button" tone="quiet" aria-pressed={bell.sounds} onClick={bell.toggle}>
          {t(bell.sounds ? "bell.on" : "bell.off")}
        </Button>
        <EmergencyStop />
      </div>
      <Fold title={t("desk.card")}>
        <RuleCard step={course.step} />
      </Fold>
      <Fold title={t("desk.rare")}>
        <RareActs />
      </Fold>
    </>
  );
}

type OpenDeskProps = { mine: MyCodevView; notes: string; waits: boolean };

/** A session under way, with what is written of it. */
export function OpenDesk({ mine, notes, waits }: OpenDeskProps) {
  const { t } = useTranslation("codev-session");
  const { sessionId, course } = useDesk();
  return (
    <>
      <StepDesk>
        {course.step === "opening" && (
          <section className="stack" aria-labelledby="subjects-heading">
            <h2 id="subjects-heading" className="desk-heading">
              {t("before.turnOf", { name: mine.clientName ?? "…" })}
            </h2>
            {mine.lastClientName && <p>{t("before.last", { name: mine.lastClientName })}</p>}
            <Subjects mine={mine} />
            <OtherClients />
          </section>
        )}
      </StepDesk>
      {course.step !== "opening" && course.step !== "expose" && (
        <Fold title={t("contract.fold")} open={course.step === "contract"}>
          <ContractForm sessionId={sessionId} contract={mine.contract} />
        </Fold>
      )}
      <Fold title={t("parking.heading", { count: mine.parking?.length ?? 0 })}>
        <Parking sessionId={sessionId} lines={mine.parking ?? []} />
      </Fold>
      <Fold title={t("note.pair-notes.label")}>
        <OwnNote sessionId={sessionId} about="pair-notes" text={notes} waits={waits} />
      </Fold>
      <p>
        <Link to={`/codev/sessions/${sessionId}/screen`}>{t("desk.screen")}</Link>
      </p>
    </>
  );
}

export function Fold({
  title,
  open,
  children,
}: {
  title: string;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="desk-fold" open={open}>
      <summary>{title}</summary>
      <div className="stack">{children}</div>
    </details>
  );
}
