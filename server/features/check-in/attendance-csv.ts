import { translator } from "#app/i18n/server.ts";
import { formatTime } from "#app/i18n/format.ts";
import type { Language } from "#domain/kernel/languages.ts";
import { table } from "../../platform/csv-table.ts";
import type { AttendanceList, Attendee } from "./attendance-list.ts";

/** One line an interval, so that a spreadsheet can count presence at any minute. */
export function attendanceCsv({ attendees }: AttendanceList, language: Language): string {
  const { t } = translator(language);
  const say = (key: string) => t(`check-in:list.${key}`);
  const head = ["name", "registerNo", "capacity", "shares", "place", "channel", "from", "to"].map(
    (key) => say(`columns.${key}`),
  );
  const lines = attendees.flatMap((attendee) =>
    attendee.intervals.map(({ from, to, place, channel }) => [
      attendee.name,
      attendee.registerNo,
      capacityOf(attendee, language),
      attendee.shares === undefined ? "" : String(attendee.shares),
      place || say("online"),
      say(`channel.${channel}`),
      formatTime(language, from),
      to === undefined ? "" : formatTime(language, to),
    ]),
  );
  return table(head, lines);
}

/** "in person", "represented by …" or "guest". */
export function capacityOf({ representedBy, shares }: Attendee, language: Language): string {
  const { t } = translator(language);
  if (shares === undefined) return t("check-in:list.guest");
  if (representedBy.length === 0) return t("check-in:list.inPerson");
  return t("check-in:list.representedBy", { names: representedBy.join(", ") });
}
