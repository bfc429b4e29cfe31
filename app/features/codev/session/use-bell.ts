import { useEffect, useRef, useState } from "react";
import { type CourseView, timeOf } from "#domain/codev/course-time.ts";
import type { StepMinutes } from "#domain/codev/steps.ts";
import { ringState } from "./step-ring.tsx";

/** Two soft tones that fade (Hz, s). */
const TONES = [
  { pitch: 528, at: 0 },
  { pitch: 396, at: 0.6 },
];
const FADE_S = 1.6;

/** The bell of a step: rung once near its end and once at it, heard only where it was asked for. */
export function useBell(
  course: CourseView,
  minutes: StepMinutes,
  now: number,
): { sounds: boolean; toggle: () => void } {
  const audio = useRef<AudioContext>();
  const [sounds, setSounds] = useState(false);
  const state =
    course.phase === "running" ? ringState(timeOf(course, minutes, now).left) : undefined;
  useEffect(() => {
    if (sounds && audio.current && (state === "bell" || state === "over")) ring(audio.current);
  }, [sounds, state, course.step]);
  const toggle = () => {
    // A browser lets a page sound only after a touch: this one.
    audio.current ??= new AudioContext();
    void audio.current.resume();
    if (!sounds) ring(audio.current);
    setSounds(!sounds);
  };
  return { sounds, toggle };
}

function ring(audio: AudioContext): void {
  for (const { pitch, at } of TONES) {
    const start = audio.currentTime + at;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(0.12, start + 0.04);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + FADE_S);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + FADE_S);
  }
}
