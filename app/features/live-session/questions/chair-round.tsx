import { useTranslation } from "react-i18next";
import { QUESTION_MODES, type QuestionStage } from "#domain/live-session/rounds.ts";
import type { SessionView } from "#wire/live-session.ts";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { Field } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { ActForm, ConfirmAct } from "../act-form.tsx";
import { Fold } from "../fold.tsx";
import { inState, queueInOrder } from "../session-lists.ts";
import { useServerNow } from "../use-room.ts";
import { isDrawn } from "./is-drawn.ts";
import { BurstClock } from "./burst-clock.tsx";
import "./questions.css";

/** What the chair may do from each stage; the first is what usually comes next. */
const STEPS: Record<QuestionStage, readonly QuestionStage[]> = {
  collect: ["merge", "burst"],
  merge: ["burst", "collect"],
  burst: ["shown"],
  shown: ["collect"],
};

/** For the chair: the round of questions, the draw of the next five, and how both are arranged. */
export function ChairRound({ view }: { view: SessionView }) {
  const { t } = useTranslation("questions");
  const { mode, stage, round, silent } = view.questioning;
  return (
    <Section title={t("chair.heading")}>
      {mode === "two-phase" && (
        <>
          <p className="round-stage">
            <strong>{t(`stage.${stage}`)}</strong>
            {round > 0 && <span className="muted"> · {t("chair.round", { round })}</span>}
          </p>
          {silent > 0 && <p>{t("round.silent", { count: silent })}</p>}
          <RoundSteps view={view} />
        </>
      )}
      {mode === "continuous" && <p>{t("round.continuous")}</p>}
      {mode !== "simple" && stage !== "burst" && <DrawSlot view={view} />}
      <Arrangement view={view} />
    </Section>
  );
}

function RoundSteps({ view }: { view: SessionView }) {
  const { t } = useTranslation("questions");
  const { id: assemblyId, phase } = view.assembly;
  const { stage, burst } = view.questioning;
  const steps = STEPS[stage].filter((to) => to !== "burst" || phase === "live");
  return (
    <>
      {burst && (
        <p>
          <BurstClock announcedAt={burst.announcedAt} endsAt={burst.endsAt} />{" "}
          <span className="muted">{t("chair.voices", { count: burst.voices })}</span>
        </p>
      )}
      {burst && <HeardNote announcedAt={burst.announcedAt} earliestEnd={burst.earliestEnd} />}
      <div className="row">
        {steps.map((to) =>
          to === "burst" ? (
            <ConfirmAct
              key={to}
              act="questions.stage"
              fields={{ assemblyId, from: stage, next: to }}
              summary={t("chair.to.burst")}
              why={t("chair.burstWhy")}
              label={t("chair.burstConfirm")}
              tone="primary"
            />
          ) : (
            <ActForm
              key={to}
              act="questions.stage"
              fields={{ assemblyId, from: stage, next: to }}
              label={t(
                stage === "merge" && to === "collect" ? "chair.to.resume" : `chair.to.${to}`,
              )}
            />
          ),
        )}
      </div>
    </>
  );
}

/** Remote people are not late people: until they had their minute, a burst does not end early. */
function HeardNote({ announcedAt, earliestEnd }: { announcedAt: number; earliestEnd: number }) {
  const { t } = useTranslation("questions");
  const left = Math.ceil((earliestEnd - useServerNow(announcedAt)) / 1_000);
  if (left <= 0) return null;
  return <p className="muted">{t("chair.notHeard", { count: left })}</p>;
}

/** Five questions at once, once the last five were asked. */
function DrawSlot({ view }: { view: SessionView }) {
  const { t } = useTranslation("questions");
  const { id: assemblyId, phase } = view.assembly;
  const { slot } = view.questioning;
  const running = queueInOrder(view).some(({ why }) => isDrawn(why));
  const waiting = inState(view, "published").filter(({ kind }) => kind === "open").length;
  if (phase !== "live") return null;
  return (
    <div className="draw-slot">
      {running && <p>{t("chair.slotRunning")}</p>}
      {!running && waiting > 0 && <p>{t("chair.slotWhy", { count: waiting })}</p>}
      {!running && waiting > 0 && (
        <Fold label={t("chair.draw")}>
          <ActForm
            act="questions.draw-slot"
            fields={{ assemblyId }}
            label={t("chair.drawConfirm")}
            tone="primary"
          >
            <Field
              name="digits"
              label={t("chair.digits")}
              help={t("chair.digitsHelp")}
              optional
              maxLength={60}
              autoComplete="off"
              inputMode="numeric"
            />
          </ActForm>
        </Fold>
      )}
      {slot && (
        <p className="small muted">
          {t("chair.lastSlot", { number: slot.number })} <code>{slot.seed}</code>
        </p>
      )}
    </div>
  );
}

/** How questions are chosen, and who answers in writing what nobody else was given. */
function Arrangement({ view }: { view: SessionView }) {
  const { t } = useTranslation("questions");
  const { id: assemblyId, phase } = view.assembly;
  const { mode: chosen, stage, answersOwner } = view.questioning;
  if (phase === "closed" || stage === "burst") return null;
  return (
    <Fold label={t("arrange.open")}>
      <ActForm act="questions.arrange" fields={{ assemblyId }} label={t("arrange.save")}>
        <Choices legend={t("arrange.mode")}>
          {QUESTION_MODES.map((mode) => (
            <Choice
              key={mode}
              name="mode"
              value={mode}
              label={t(`arrange.modes.${mode}.label`)}
              help={t(`arrange.modes.${mode}.help`)}
              defaultChecked={mode === chosen}
            />
          ))}
        </Choices>
        <Field
          name="owner"
          label={t("arrange.owner")}
          help={t("arrange.ownerHelp")}
          optional
          maxLength={120}
          defaultValue={answersOwner ?? ""}
          autoComplete="off"
        />
        <Field
          name="address"
          type="email"
          label={t("arrange.address")}
          help={t("arrange.addressHelp")}
          optional
          maxLength={200}
          autoComplete="off"
        />
      </ActForm>
    </Fold>
  );
}
