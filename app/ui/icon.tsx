import "./icon.css";

// Drawn on 24 × 24 with a line of 1.9, like the mark.
const PATHS = {
  home: "M4 11.5 12 4.5l8 7V20h-5.5v-5.5h-5V20H4z",
  agenda: "M6 4v16M6 7h0M6 12h0M6 17h0M10.5 7H19M10.5 12H19M10.5 17H16",
  figures: "M5 20V12M12 20V5M19 20V9",
  person: "M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5M4.5 20.5a7.5 7.5 0 0 1 15 0",
  voice: "M5 19.5l1.2-4.2A7.5 7.5 0 1 1 9 18.2z",
  ballot: "M5 4h14v16l-2.3-1.6L14.3 20 12 18.4 9.7 20l-2.4-1.6L5 20zM8.5 9h7M8.5 13h4.5",
  document: "M6 3.5h8l4 4V20.5H6zM14 3.5v4h4M9 12h6M9 16h6",
  people:
    "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3.5 19a5.5 5.5 0 0 1 11 0M16 5.3a3 3 0 0 1 0 5.4M17.5 13.8A5.5 5.5 0 0 1 20.5 19",
  bench: "M3.5 10h17M6 10v10M18 10v10M6 15h12M9 10V6.5h6V10",
  arrow: "M5 12h14M13 6l6 6-6 6",
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside a word, never instead of it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
