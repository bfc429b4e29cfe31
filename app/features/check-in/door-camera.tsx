import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { frameReader } from "./read-frames.ts";

/** Pause between two looks (ms): often enough for a queue, seldom enough for a battery. */
const LOOK_EVERY = 150;
/** The same code held longer is one code (ms). */
const SAME_CODE = 4_000;

/** A camera that reads passes, once somebody asked for it. */
export function DoorCamera({ onRead }: { onRead: (text: string) => void }) {
  const { t } = useTranslation("check-in");
  const [on, setOn] = useState(false);
  const [refused, setRefused] = useState(false);
  const video = useCamera(on, onRead, () => {
    setOn(false);
    setRefused(true);
  });
  return (
    <div className="door-camera">
      <Button
        type="button"
        tone="quiet"
        aria-pressed={on}
        onClick={() => {
          setRefused(false);
          setOn(!on);
        }}
      >
        {t(on ? "door.cameraStop" : "door.camera")}
      </Button>
      {on && (
        <>
          <p className="small">{t("door.cameraHelp")}</p>
          <video ref={video} className="door-video" muted playsInline />
        </>
      )}
      {refused && (
        <Notice tone="wait" role="status">
          <p>{t("door.cameraRefused")}</p>
        </Notice>
      )}
    </div>
  );
}

function useCamera(on: boolean, onRead: (text: string) => void, onRefused: () => void) {
  const video = useRef<HTMLVideoElement>(null);
  const handlers = useRef({ onRead, onRefused });
  handlers.current = { onRead, onRefused };
  useEffect(() => {
    if (!on) return undefined;
    const watch = watchCamera(video, (text) => handlers.current.onRead(text));
    watch.started.catch(() => handlers.current.onRefused());
    return watch.stop;
  }, [on]);
  return video;
}

/** Opens the camera that looks away from the screen and reads until it is stopped. */
function watchCamera(video: { current: HTMLVideoElement | null }, onRead: (text: string) => void) {
  let stream: MediaStream | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let last = { text: "", at: 0 };

  const stop = () => {
    stopped = true;
    clearTimeout(timer);
    stream?.getTracks().forEach((track) => track.stop());
  };
  const hear = (text: string | undefined) => {
    if (!text || (text === last.text && Date.now() - last.at < SAME_CODE)) return;
    last = { text, at: Date.now() };
    onRead(text);
  };
  const start = async (): Promise<void> => {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    const read = await frameReader();
    const screen = video.current;
    if (stopped || !screen) return stop();
    screen.srcObject = stream;
    await screen.play();
    const look = async (): Promise<void> => {
      hear(await read(screen).catch(() => undefined));
      if (!stopped) timer = setTimeout(() => void look(), LOOK_EVERY);
    };
    await look();
  };
  return { started: start(), stop };
}
