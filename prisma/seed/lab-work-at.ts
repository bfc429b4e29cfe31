import { addDays, brusselsInstant } from "./days.ts";
import { demoId } from "./ids.ts";
import type { SeedLabWork } from "./lab-work-texts.ts";

/** One lab with its people, whoever carries it first. */
export type LabAt = {
  id: string;
  people: string[];
  today: string;
  number: number;
  text: SeedLabWork;
};

export const evening = (today: string, days: number) =>
  brusselsInstant(addDays(today, days), "18:30");
type Kind = "minutes" | "task" | "thread" | "post" | "decision" | "dates" | "date";
export const idOf = ({ number }: LabAt, kind: Kind, at: number) =>
  demoId(`lab-${kind}`, 100 * (number + 1) + at);
