import { Link } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { courseOf, type CourseAct } from "#domain/codev/course.ts";
import { type StepMinutes, STEPS, stepAfter } from "#domain/codev/steps.ts";
import type { PeerView } from "#wire/codev-session.ts";
import { Button } from "#app/ui/button.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { newCommandId } from "#app/features/live-session/command-id.ts";
import { liveConnection } from "#app/features/live-session/socket.ts";
import { useServerNow } from "#app/features/live-session/use-room.ts";
import { type Desk, DeskProvider } from "./desk.ts";
import { StepDesk } from "./open-desk.tsx";
import { RuleCard } from "./rule-card.tsx";
import "./session.css";

/** Three minutes a step: long enough to hear the bell, short enough to try them all. */
const SHORT = Object.fromEntries(STEPS.map((step) => [step, 3])) as StepMinutes;

/** Five invented people round an invented table. */
const TABLE: PeerView[] = ["AB", "CD", "EF", "GH", "IJ"].map((initials, order) => ({
  personId: initials,
  initials,
  name: initials,
  order,
  present: true,
  excused: false,
  served: false,
}));

/** How long ago the other facilitator moved on, in the trial of a dropped network (ms). */
const APART_MS = 20_000;

/** A session to try alone or in pairs: nothing is sent, nothing is kept. */
export function PracticePage({ loadedAt }: { loadedAt: number }) {
  const { t } = useTranslation("codev-session");
  const [acts, setActs] = useState<CourseAct[]>([]);
  const now = useServerNow(loadedAt);
  const course = courseOf(acts, SHORT);
  const add = (act: Omit<CourseAct, "id" | "step">) =>
    setActs((before) => [
      ...before,
      { ...act, id: newCommandId(), step: course.step, turn: course.turn },
    ]);
  const desk: Desk = {
    sessionId: "practice",
    course,
    minutes: SHORT,
    now,
    peers: TABLE,
    clientId: TABLE[0]?.personId,
    contract: t("practice.contract"),
    press: (act) => add({ ...act, at: liveConnection.now(), by: "lead" }),
  };
  const apart = () => {
    // Both moved on from the same step: the other one a little earlier, without network.
    const instant = liveConnection.now();
    const since = course.since ?? instant;
    const both: CourseAct[] = (["second", "lead"] as const).map((by, index) => ({
      id: newCommandId(),
      kind: "next",
      step: course.step,
      by,
      at: Math.max(since, instant - APART_MS) + index,
    }));
    setActs((before) => [...before, ...both]);
  };
  return (
    <Page title={t("practice.title")} lead={t("practice.lead")}>
      <noscript>
        <p>{t("practice.noScript")}</p>
      </noscript>
      <DeskProvider value={desk}>
        <div className="desk desk-inside stack">
          {course.phase === "planned" ? (
            <Button type="button" onClick={() => desk.press({ kind: "open" })}>
              {t("practice.begin")}
            </Button>
          ) : (
            <>
              <StepDesk />
              {stepAfter(course.step) && course.phase !== "stopped" && (
                <Button type="button" tone="quiet" onClick={apart}>
                  {t("practice.apart")}
                </Button>
              )}
              <Button type="button" tone="quiet" onClick={() => setActs([])}>
                {t("practice.again")}
              </Button>
            </>
          )}
        </div>
      </DeskProvider>
      <Section title={t("practice.cards")}>
        {STEPS.map((step) => (
          <article key={step} className="practice-card stack">
            <h3>{t(`step.${step}.name`)}</h3>
            <RuleCard step={step} />
          </article>
        ))}
        <p>
          <Link to="/codev">{t("practice.back")}</Link>
        </p>
      </Section>
    </Page>
  );
}
