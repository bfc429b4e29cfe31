import type { FloorView } from "#wire/floor.ts";
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

const NO_TURNS = { turns: 0, seconds: 0 };

/** A floor for which nobody has asked. */
export const QUIET_FLOOR: FloorView = {
  open: false,
  secondsEach: 120,
  waiting: { room: 0, remote: 0 },
  hands: {},
  ratio: { room: NO_TURNS, remote: NO_TURNS, firstTime: NO_TURNS, languages: {} },
};
