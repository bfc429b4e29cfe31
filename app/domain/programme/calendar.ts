/** One event of a calendar. Instants in ms. */
export type CalendarEvent = {
  /** The same for ever: a calendar knows the event by it. */
  uid: string;
  /** Rises with every change. */
  sequence: number;
  startsAt: number;
  endsAt: number;
  title: string;
  place: string;
  url: string;
  status: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
};

type Calendar = {
  name: string;
  language: string;
  events: readonly CalendarEvent[];
  /** When it is written (ms). */
  now: number;
};

/** How often a calendar asks again: ISO 8601. */
const REFRESH = "PT1H";

/** A calendar as RFC 5545 wants it: instants in UTC, lines of at most 75 bytes, CRLF. */
export function writeCalendar({ name, language, events, now }: Calendar): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Palabre//programme//${language.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...events.flatMap((event) => eventLines(event, language, now)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines(event: CalendarEvent, language: string, now: number): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `SUMMARY;LANGUAGE=${language}:${escaped(event.title)}`,
    ...(event.place ? [`LOCATION:${escaped(event.place)}`] : []),
    `URL:${event.url}`,
    `STATUS:${event.status}`,
    "END:VEVENT",
  ];
}

/** 20261121T090000Z */
function utc(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** TEXT of RFC 5545 §3.3.11; control characters have no place in one. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");
}

const MOST_BYTES = 75;

/** Long lines go on after a line break and a space (§3.1), never within a character. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = "";
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > MOST_BYTES) {
      parts.push(part);
      part = "";
      // The space at the beginning of what follows is one of its bytes.
      bytes = 1;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join("\r\n ");
}
