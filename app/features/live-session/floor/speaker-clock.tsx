import { useTranslation } from "react-i18next";
import type { SpeakerView } from "#wire/floor.ts";
import { useServerNow } from "../use-room.ts";
import { clockOf } from "./clock-of.ts";
import "./floor.css";

/** The time a speaker has left, or has taken beyond it: on the server's clock, in figures and words. */
export function SpeakerClock({ speaker }: { speaker: SpeakerView }) {
  const { t } = useTranslation("floor");
  const now = useServerNow(speaker.startedAt);
  const left = Math.round((speaker.until - now) / 1_000);
  const over = left < 0;
  return (
    <span className={over ? "floor-clock floor-clock-over" : "floor-clock"} role="timer">
      {t(over ? "clock.over" : "clock.left", { time: clockOf(Math.abs(left)) })}
    </span>
  );
}
