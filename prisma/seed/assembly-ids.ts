import { demoId } from "./ids.ts";

/** The assemblies of the demo by what they are for. */
export const ASSEMBLY = {
  of2023: demoId("assembly", 1),
  of2024: demoId("assembly", 2),
  /** Four weeks before today: not enough shares present to change the statutes. */
  withoutQuorum: demoId("assembly", 3),
  ofToday: demoId("assembly", 4),
  /** In six weeks: nobody is convened to it yet. */
  inPreparation: demoId("assembly", 5),
} as const;
