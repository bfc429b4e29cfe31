import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { useServerNow } from "#app/features/live-session/use-room.ts";
import { Choice } from "#app/ui/choice.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { DEBATE_STEPS, isHeld, stepAfter } from "#domain/workers-assembly/debate.ts";
import type { DebatePage } from "#wire/workers-day-pages.ts";
import "./day.css";

type Debate = DebatePage["debate"];

/** Where the debate stands on its way: the steps in a row, the present one with its time. */
export function Steps({ debate }: { debate: Debate }) {
  const { t } = useTranslation("workers-day");
  const at = DEBATE_STEPS.indexOf(debate.step);
  return (
    <ol className="debate-steps" aria-label={t("steps.label")}>
      {DEBATE_STEPS.slice(1).map((step, index) => (
        <li
          key={step}
          className={index + 1 < at ? "debate-step debate-step-done" : "debate-step"}
          aria-current={step === debate.step ? "step" : undefined}
        >
          {t(`steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}

/** Minutes left of the step; what is over is said too, and nothing stops by itself. */
export function StepTime({ debate, loadedAt }: { debate: Debate; loadedAt: number }) {
  const { t } = useTranslation("workers-day");
  const now = useServerNow(loadedAt);
  const { step, stepSince, stepMinutes } = debate;
  if (!isHeld(step) || stepSince === undefined) return null;
  const left = Math.ceil((stepSince + stepMinutes * 60_000 - now) / 60_000);
  return (
    <span className={left < 0 ? "debate-time debate-time-over" : "debate-time"} role="timer">
      {left < 0 ? t("time.over", { count: -left }) : t("time.left", { count: left })}
    </span>
  );
}

/** What the facilitator does with the whole debate. */
export function Steering({ debate }: { debate: Debate }) {
  const { t } = useTranslation("workers-day");
  const { id: debateId, step } = debate;
  const next = stepAfter(step);
  const earlier = DEBATE_STEPS.slice(1, DEBATE_STEPS.indexOf(step));
  return (
    <section className="debate-steering stack" aria-label={t("steer.label")}>
      <p className="small muted">{t("steer.you")}</p>
      <div className="row">
        {next && (
          <PostedAct
            act="debate.step"
            fields={{ debateId, step: next }}
            label={t(`steer.to.${next}`)}
            tone="primary"
          />
        )}
        {isHeld(step) && (
          <PostedAct
            act="debate.lengthen"
            fields={{ debateId, minutes: "5" }}
            label={t("steer.more")}
          />
        )}
      </div>
      {earlier.length > 0 && (
        <Confirm label={t("steer.back")} why={t("steer.backWhy")}>
          <PostedAct act="debate.step" fields={{ debateId }} label={t("steer.goBack")}>
            <div className="choices-list">
              {earlier.map((one, at) => (
                <Choice
                  key={one}
                  name="step"
                  value={one}
                  defaultChecked={at === earlier.length - 1}
                  label={t(`steps.${one}`)}
                />
              ))}
            </div>
          </PostedAct>
        </Confirm>
      )}
      {debate.mine && (
        <PostedAct
          act="debate.name-me"
          fields={debate.facilitator ? { debateId } : { debateId, named: "on" }}
          label={debate.facilitator ? t("steer.unnameMe") : t("steer.nameMe")}
        />
      )}
    </section>
  );
}
