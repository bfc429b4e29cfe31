import "./mark.css";

// Five voices around three who listen, over one trunk: a crown centred on (24, 18.5).
const VOICES = [
  "M14.14 30.46A15.5 15.5 0 0 1 8.71 21.06",
  "M8.71 15.94A15.5 15.5 0 0 1 14.14 6.54",
  "M18.57 3.98A15.5 15.5 0 0 1 29.43 3.98",
  "M33.86 6.54A15.5 15.5 0 0 1 39.29 15.94",
  "M39.29 21.06A15.5 15.5 0 0 1 33.86 30.46",
];
const LISTENERS = [
  "M16.02 22.22A8.8 8.8 0 0 1 16.62 13.71",
  "M19.73 10.8A8.8 8.8 0 0 1 28.27 10.8",
  "M31.38 13.71A8.8 8.8 0 0 1 31.98 22.22",
];

/** The tree. In one colour where it names the house, in five where it is a picture. */
export function Mark({ voices = false }: { voices?: boolean }) {
  return (
    <svg
      className={voices ? "mark mark-voices" : "mark"}
      viewBox="4 0 40 48"
      aria-hidden="true"
      focusable="false"
    >
      {VOICES.map((path) => (
        <path key={path} d={path} className="mark-voice" />
      ))}
      {LISTENERS.map((path) => (
        <path key={path} d={path} className="mark-listener" />
      ))}
      <path d="M24 19.5V46" className="mark-trunk" />
    </svg>
  );
}
