import "./mark.css";

// Five voices in a round, three who answer, over one trunk: a crown centred on (24, 18.5).
const VOICES = [
  "M14.46 30.71A15.5 15.5 0 0 1 8.65 20.66",
  "M8.65 16.34A15.5 15.5 0 0 1 14.46 6.29",
  "M18.19 4.13A15.5 15.5 0 0 1 29.81 4.13",
  "M33.54 6.29A15.5 15.5 0 0 1 39.35 16.34",
  "M39.35 20.66A15.5 15.5 0 0 1 33.54 30.71",
  "M15.66 21.87A9 9 0 0 1 16.54 13.47",
  "M19.77 10.55A9 9 0 0 1 28.23 10.55",
  "M31.46 13.47A9 9 0 0 1 32.34 21.87",
];
const TRUNK = "M24 47V29L20 20.5M24 29L28 20.5";

/** The tree. In one colour where it names the house, in five where it is a picture. */
export function Mark({ voices = false }: { voices?: boolean }) {
  return (
    <svg
      className={voices ? "mark mark-voices" : "mark"}
      viewBox="5 0 38 45.5"
      width="38"
      height="45.5"
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
