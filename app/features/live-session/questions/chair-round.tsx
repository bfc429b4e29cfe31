import { useTranslation } from "react-i18next";
import { QUESTION_MODES, type QuestionStage } from "#domain/live-session/rounds.ts";
import type { SessionView } from "#wire/live-session.ts";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { Field } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { ActForm } from "../act-form.tsx";
import { Fold } from "../fold.tsx";
import { nextAct } from "../next-act.ts";
import { drawable, queueInOrder } from "../session-lists.ts";
import { BurstClock } from "./burst-clock.tsx";
import { isDrawn } from "./is-drawn.ts";
import { OwnerLanguage } from "./owner-language.tsx";
import { DrawSlot, RoundStep } from "./round-step.tsx";
import "./questions.css";

/** What the chair may do from each stage; the first is what usually comes next. */
const STEPS: Record<QuestionStage, readonly QuestionStage[]> = {
  collect: ["merge", "burst"],
  merge: ["burst", "collect"],
  burst: ["shown"],
  shown: ["collect"],
};

/**
 * For the chair, everything about the choice of questions in one place: whether members may write,
 * the round, the draw of the next five, and how all this is arranged.
 */
export function ChairRound({ view }: { view: SessionView }) {
  const { t } = useTranslation(["questions", "live-session"]);
  const { mode, stage, round, silent, burst } = view.questioning;
  const { questionsOpen } = view.assembly;
  return (
    <Section id="questions" title={t("live-session:chair.questions.heading")}>
      {mode === "two-phase" && (
        <p className="round-stage">
          <strong>{t(`stage.${stage}`)}</strong>
          {round > 0 && <span className="muted"> · {t("chair.round", { round })}</span>}
        </p>
      )}
      {mode === "continuous" && <p>{t("round.continuous")}</p>}
      <p>{t(`live-session:chair.questions.${questionsOpen ? "isOpen" : "isClosed"}`)}</p>
      {silent > 0 && <p>{t("round.silent", { count: silent })}</p>}
      {burst && (
        <p>
          <BurstClock announcedAt={burst.announcedAt} endsAt={burst.endsAt} />{" "}
          <span className="muted">{t("chair.voices", { count: burst.voices })}</span>
        </p>
      )}
      <div className="row">
        {switchesBox(view) && <BoxSwitch view={view} />}
        {mode === "two-phase" && <RoundSteps view={view} />}
      </div>
      {mode !== "simple" && stage !== "burst" && <Slot view={view} />}
      <Arrangement view={view} />
    </Section>
  );
}

/**
 * In two phases the round itself opens and closes the box: the switch shows only where it stands
 * otherwise than the round has it.
 */
function switchesBox({ questioning: { mode, stage }, assembly }: SessionView): boolean {
  return mode !== "two-phase" || assembly.questionsOpen !== (stage === "collect");
}

function BoxSwitch({ view }: { view: SessionView }) {
  const { t } = useTranslation("live-session");
  const { id: assemblyId, questionsOpen } = view.assembly;
  return (
    <ActForm
      act="questions.open"
      fields={{ assemblyId, open: String(!questionsOpen) }}
      label={t(questionsOpen ? "chair.questions.close" : "chair.questions.open")}
    />
  );
}

/** What may be done from this stage; what comes next is worked above. */
function RoundSteps({ view }: { view: SessionView }) {
  const next = nextAct(view);
  const above = next.act === "move-round" ? next.to : undefined;
  const { stage } = view.questioning;
  const { phase } = view.assembly;
  return STEPS[stage]
    .filter((to) => to !== above && (to !== "burst" || phase === "live"))
    .map((to) => <RoundStep key={to} view={view} to={to} />);
}

/** Five questions at once, once the last five were asked. */
function Slot({ view }: { view: SessionView }) {
  const { t } = useTranslation("questions");
  const { slot } = view.questioning;
  const running = queueInOrder(view).some(({ why }) => isDrawn(why));
  const waiting = drawable(view);
  if (view.assembly.phase !== "live") return null;
  return (
    <div className="draw-slot">
      {running && <p>{t("chair.slotRunning")}</p>}
      {!running && waiting > 0 && nextAct(view).act !== "draw-slot" && (
        <>
          <p>{t("chair.slotWhy", { count: waiting })}</p>
          <DrawSlot view={view} />
        </>
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
        <OwnerLanguage />
      </ActForm>
    </Fold>
  );
}
