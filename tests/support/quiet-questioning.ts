import type { QuestioningView } from "#wire/questions.ts";

/** Questions in a plain list, before any was gathered. */
export const QUIET_QUESTIONING: QuestioningView = {
  mode: "simple",
  stage: "shown",
  round: 0,
  silent: 0,
  sites: {},
  appeals: { waiting: 0, upheld: 0, rejected: 0 },
};
