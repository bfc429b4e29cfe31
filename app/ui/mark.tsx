import "./mark.css";

// Five voices in a round, over one trunk: a crown centred on (24, 18.5).
const VOICES = [
  "M14.46 30.71A15.5 15.5 0 0 1 8.65 20.66",
  "M8.65 16.34A15.5 15.5 0 0 1 14.46 6.29",
  "M18.19 4.13A15.5 15.5 0 0 1 29.81 4.13",
  "M33.54 6.29A15.5 15.5 0 0 1 39.35 16.34",
  "M39.35 20.66A15.5 15.5 0 0 1 33.54 30.71",
];
const TRUNK = "M24 45.5V12.5M24 33C24 27.5 16.5 28 16 19.5M24 29C24 24.5 31.5 25 32 17.5";

/** The tree. In one colour where it names the house, in five where it is a picture. */
export function Mark({ voices = false }: { voices?: boolean }) {
  return (
    <svg
      className={voices ? "mark mark-voices" : "mark"}
      viewBox="5 0 38 48"
      aria-hidden="true"
      focusable="false"
    >
      {VOICES.map((path) => (
        <path key={path} d={path} />
      ))}
      <path d={TRUNK} />
    </svg>
  );
}
