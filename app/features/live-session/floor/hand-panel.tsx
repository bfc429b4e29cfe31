import { useTranslation } from "react-i18next";
import type { MyHandView } from "#wire/floor.ts";
import type { MySessionView, SessionView } from "#wire/live-session.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ActForm } from "../act-form.tsx";
import { Fold } from "../fold.tsx";
import { SpeakerClock } from "./speaker-clock.tsx";
import "./floor.css";

type HandPanelProps = { view: SessionView; mine: MySessionView };

/** Asking for the floor: one tap, a turn that is said with its reason, and a way back. */
export function HandPanel({ view, mine }: HandPanelProps) {
  const { t } = useTranslation("floor");
  const { floor, assembly } = view;
  if (assembly.phase !== "live" || !mine.present) return null;
  const waiting = floor.waiting.room + floor.waiting.remote;
  return (
    <section className="hand" aria-labelledby="hand-heading">
      <h2 id="hand-heading">{t("heading")}</h2>
      <div role="status">
        {mine.hand ? (
          <MyHand hand={mine.hand} view={view} />
        ) : (
          <p>
            {t(floor.open ? "member.open" : "member.closed")}
            {waiting > 0 && <> {t("member.waiting", { count: waiting })}</>}
          </p>
        )}
      </div>
      {mine.hand ? (
        mine.hand.turn > 0 && (
          <ActForm
            act="hand.lower"
            fields={{ assemblyId: assembly.id }}
            label={t("member.lower")}
          />
        )
      ) : (
        <Raise assemblyId={assembly.id} open={floor.open} />
      )}
    </section>
  );
}

function Raise({ assemblyId, open }: { assemblyId: string; open: boolean }) {
  const { t } = useTranslation("floor");
  const language = useLanguage();
  return (
    <div className="hand-acts">
      {open && (
        <ActForm
          act="hand.raise"
          fields={{ assemblyId, kind: "contribution", language }}
          label={t("member.raise")}
        />
      )}
      <Fold label={t("member.order")}>
        <p>{t("member.orderWhy")}</p>
        <ActForm
          act="hand.raise"
          fields={{ assemblyId, kind: "order", language }}
          label={t("member.orderRaise")}
        />
      </Fold>
    </div>
  );
}

function MyHand({ hand, view }: { hand: MyHandView; view: SessionView }) {
  const { t } = useTranslation("floor");
  const { speaker } = view.floor;
  if (hand.turn === 0) {
    return (
      <p className="hand-turn hand-turn-mine">
        <strong>{t(`member.yours.${hand.channel}`)}</strong>{" "}
        {speaker?.id === hand.id && <SpeakerClock speaker={speaker} />}
      </p>
    );
  }
  return (
    <p className="hand-turn">
      <strong>{t("member.turn", { place: hand.turn })}</strong> {hand.why && t(`why.${hand.why}`)}
    </p>
  );
}
