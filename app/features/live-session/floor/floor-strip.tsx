import { useTranslation } from "react-i18next";
import type { FloorView } from "#wire/floor.ts";
import { SpeakerClock } from "./speaker-clock.tsx";
import "./floor.css";

/** Who has the floor, at the foot of the room's screen. */
export function FloorStrip({ floor }: { floor: FloorView }) {
  const { t } = useTranslation("floor");
  const { speaker, waiting } = floor;
  if (!speaker && !floor.open) return null;
  return (
    <p className="floor-strip">
      {speaker ? (
        <>
          {t(`screen.speaks.${speaker.channel}`)} <strong>{speaker.name}</strong>{" "}
          <SpeakerClock speaker={speaker} />
        </>
      ) : (
        t("screen.open", { count: waiting.room + waiting.remote })
      )}
    </p>
  );
}
