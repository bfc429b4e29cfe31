import { useTranslation } from "react-i18next";
import type { PresenceDay } from "#wire/check-in.ts";
import { formatNumber, formatTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

/** The drawing's own units. */
const WIDTH = 600;
const HEIGHT = 220;
const [LEFT, RIGHT, TOP, BOTTOM] = [44, 8, 12, 26];

/**
 * Persons present through the day, one band a place on top of the other. Colours repeat the order
 * of the table's columns; the table says the same in numbers.
 */
export function PresencePicture({ day, names }: { day: PresenceDay; names: string[] }) {
  const { t } = useTranslation("check-in");
  const language = useLanguage();
  const { steps, places } = day;
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last || first.at === last.at) return null;
  const totals = steps.map(({ counts }) => counts.reduce((sum, [persons]) => sum + persons, 0));
  const most = Math.max(1, ...totals);
  const x = (at: number) =>
    LEFT + ((at - first.at) / (last.at - first.at)) * (WIDTH - LEFT - RIGHT);
  const y = (persons: number) => HEIGHT - BOTTOM - (persons / most) * (HEIGHT - TOP - BOTTOM);
  const times = { from: formatTime(language, first.at), to: formatTime(language, last.at) };
  return (
    <figure className="presence-figure">
      <svg
        className="presence-picture"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t("presence.picture", times)}
      >
        {places.map(({ key }, place) => (
          <path key={key} className={`presence-band presence-band-${place % 6}`} d={band(place)} />
        ))}
        <line className="presence-axis" x1={LEFT} x2={WIDTH - RIGHT} y1={y(0)} y2={y(0)} />
        <line className="presence-line" x1={LEFT} x2={WIDTH - RIGHT} y1={y(most)} y2={y(most)} />
        <text className="presence-tick" x={LEFT - 6} y={y(most) + 4} textAnchor="end">
          {formatNumber(language, most)}
        </text>
        <text className="presence-tick" x={LEFT - 6} y={y(0) + 4} textAnchor="end">
          0
        </text>
        <text className="presence-tick" x={LEFT} y={HEIGHT - 8}>
          {times.from}
        </text>
        <text className="presence-tick" x={WIDTH - RIGHT} y={HEIGHT - 8} textAnchor="end">
          {times.to}
        </text>
      </svg>
      <figcaption>
        <ul className="presence-key">
          {places.map(({ key }, place) => (
            <li key={key}>
              <svg className="presence-swatch" viewBox="0 0 12 12" aria-hidden="true">
                <rect className={`presence-band-${place % 6}`} width="12" height="12" />
              </svg>
              {names[place]}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );

  /** The area between the places below and this one, held level from one step to the next. */
  function band(place: number): string {
    const upTo = (counts: [number, number][], places: number) =>
      counts.slice(0, places).reduce((sum, [persons]) => sum + persons, 0);
    const edge = (height: number) =>
      steps.map(({ at, counts }) => [x(at), y(upTo(counts, height))] as const);
    const above = edge(place + 1).map(([px, py]) => `${px.toFixed(1)} ${py.toFixed(1)}`);
    const below = edge(place)
      .reverse()
      .map(([px, py]) => `${px.toFixed(1)} ${py.toFixed(1)}`);
    return `M${[...above, ...below].join("L")}Z`;
  }
}
