import type { StageView } from "#wire/stage.ts";

/** A stage on which nothing was touched. */
export const QUIET_STAGE: StageView = {
  screen: { scene: "auto", phones: true, revision: 0 },
  timers: {},
  notices: {},
  incidents: {},
  sites: {},
  closable: {},
  aloud: {},
};
