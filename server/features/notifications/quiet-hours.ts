import { USUAL_QUIET_HOURS } from "#domain/notifications/choices.ts";

// SQL on `q`, a row of quiet_hours or none (LEFT JOIN), at an instant.
const FROM = `coalesce(q.from_hour, ${USUAL_QUIET_HOURS.from})`;
const TO = `coalesce(q.to_hour, ${USUAL_QUIET_HOURS.to})`;

const local = (instant: string) => `(${instant}::timestamptz AT TIME ZONE 'Europe/Brussels')`;
const hour = (instant: string) => `extract(hour FROM ${local(instant)})`;

/** Whether this person wants no mail now. */
export const isQuiet = (instant: string) => `
  CASE WHEN ${FROM} <= ${TO} THEN ${hour(instant)} >= ${FROM} AND ${hour(instant)} < ${TO}
    ELSE ${hour(instant)} >= ${FROM} OR ${hour(instant)} < ${TO} END`;

/** When their quiet hours end; NULL outside of them. */
export const quietUntil = (instant: string) => `
  CASE WHEN ${isQuiet(instant)} THEN
    (date_trunc('day', ${local(instant)}) + make_interval(hours => ${TO})
      + CASE WHEN ${TO} <= ${hour(instant)} THEN interval '1 day' ELSE interval '0' END)
    AT TIME ZONE 'Europe/Brussels' END`;
