import { useTranslation } from "react-i18next";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import { HAND_KINDS, SPEAKING_CHANNELS, SPEAKING_TIMES } from "#domain/live-session/speaking.ts";
import type { FloorView, SpeakerView, WaitingHand } from "#wire/floor.ts";
import type { SessionView } from "#wire/live-session.ts";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Field, Select } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { ActForm } from "../act-form.tsx";
import { Fold } from "../fold.tsx";
import { clockOf } from "./clock-of.ts";
import { SpeakerClock } from "./speaker-clock.tsx";
import { SpeakingShares } from "./speaking-shares.tsx";
import "./floor.css";

/** The chair's list of speakers: who has the floor, who is next and why, and the floor itself. */
export function ChairFloor({ view }: { view: SessionView }) {
  const { t } = useTranslation("floor");
  const { floor, assembly } = view;
  if (assembly.phase !== "live") return null;
  const hands = Object.values(floor.hands).sort((a, b) => a.turn - b.turn);
  return (
    <Section id="floor" title={t("heading")}>
      {floor.speaker ? (
        <Speaking speaker={floor.speaker} />
      ) : (
        <p className="muted">{t("chair.nobodySpeaks")}</p>
      )}
      {hands.length > 0 ? (
        <ol className="floor-hands">
          {hands.map((hand) => (
            <Waiting key={hand.id} hand={hand} />
          ))}
        </ol>
      ) : (
        <p>{t(floor.open ? "chair.noHands" : "chair.closed")}</p>
      )}
      <div className="row">
        <ActForm
          act="floor.open"
          fields={{ assemblyId: assembly.id, open: String(!floor.open) }}
          label={t(floor.open ? "chair.close" : "chair.open")}
        />
        <NoteHand assemblyId={assembly.id} />
        <SpeakingTime assemblyId={assembly.id} floor={floor} />
      </div>
      <SpeakingShares ratio={floor.ratio} />
    </Section>
  );
}

function Speaking({ speaker }: { speaker: SpeakerView }) {
  const { t } = useTranslation("floor");
  return (
    <div className="floor-speaker">
      <p>
        <strong>{speaker.name}</strong> <Place channel={speaker.channel} kind={speaker.kind} />{" "}
        <SpeakerClock speaker={speaker} />
      </p>
      <div className="row">
        <ActForm act="floor.take-back" fields={{ handId: speaker.id }} label={t("chair.done")} />
        <ActForm
          act="floor.more-time"
          fields={{ handId: speaker.id, seconds: "30" }}
          label={t("chair.more", { time: clockOf(30) })}
          about={speaker.name}
        />
      </div>
    </div>
  );
}

function Waiting({ hand }: { hand: WaitingHand }) {
  const { t } = useTranslation("floor");
  const language = useLanguage();
  return (
    <li className="floor-hand">
      <p>
        <strong>{hand.name}</strong> <Place channel={hand.channel} kind={hand.kind} />{" "}
        <span className="muted">
          {languageName(hand.language, language)} {" · "} {t(`why.${hand.why}`)}
        </span>
      </p>
      <div className="row">
        <ActForm
          act="floor.give"
          fields={{ handId: hand.id }}
          label={t("chair.give")}
          about={hand.name}
        />
        <ActForm
          act="hand.put-down"
          fields={{ handId: hand.id }}
          label={t("chair.putDown")}
          about={hand.name}
        />
      </div>
    </li>
  );
}

function Place({ channel, kind }: Pick<WaitingHand, "channel" | "kind">) {
  const { t } = useTranslation("floor");
  return (
    <>
      <Tag tone={channel === "room" ? "plain" : "lake"}>{t(`channel.${channel}`)}</Tag>
      {kind === "order" && (
        <>
          {" "}
          <Tag tone="clay">{t("order")}</Tag>
        </>
      )}
    </>
  );
}

function SpeakingTime({ assemblyId, floor }: { assemblyId: string; floor: FloorView }) {
  const { t } = useTranslation("floor");
  const times = [...new Set<number>([...SPEAKING_TIMES, floor.secondsEach])].sort((a, b) => a - b);
  return (
    <Fold label={t("chair.timeEach", { time: clockOf(floor.secondsEach) })}>
      <ActForm act="floor.time" fields={{ assemblyId }} label={t("chair.setTime")}>
        <Select
          label={t("chair.time")}
          name="seconds"
          defaultValue={String(floor.secondsEach)}
          options={times.map((time) => ({ value: String(time), label: clockOf(time) }))}
        />
      </ActForm>
    </Fold>
  );
}

function NoteHand({ assemblyId }: { assemblyId: string }) {
  const { t } = useTranslation("floor");
  const language = useLanguage();
  return (
    <Fold label={t("chair.note")}>
      <p>{t("chair.noteWhy")}</p>
      <ActForm act="hand.note" fields={{ assemblyId }} label={t("chair.noteAct")}>
        <Field label={t("chair.name")} name="name" maxLength={80} autoComplete="off" />
        <Select
          label={t("chair.where")}
          name="channel"
          options={SPEAKING_CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        />
        <Select
          label={t("chair.kind")}
          name="kind"
          options={HAND_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <Select
          label={t("chair.language")}
          name="language"
          defaultValue={language}
          options={LANGUAGES.map((value) => ({ value, label: languageName(value, language) }))}
        />
      </ActForm>
    </Fold>
  );
}
