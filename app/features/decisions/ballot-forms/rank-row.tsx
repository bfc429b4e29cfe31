import { useTranslation } from "react-i18next";
import type { BallotSubject } from "./form.ts";
import { RankButton } from "./rank-button.tsx";
import type { RankAct } from "./rank-moves.ts";
import { OptionWords } from "./resolution.tsx";

type RankRowProps = {
  page: BallotSubject;
  option: { id: string; name: string };
  place: number;
  places: number;
  /** Where it shares its place: the first of the equals, or one below it. */
  level?: "top" | "below";
  mayLevel: boolean;
  disabled: boolean;
  dragged: boolean;
  onGrab: () => void;
  onAct: (act: RankAct) => void;
  onPlace: (place: number) => void;
};

const MOVES = [
  ["first", "⤒"],
  ["up", "↑"],
  ["down", "↓"],
  ["last", "⤓"],
] as const;

/** One ranked option with its number and the buttons that move it. */
export function RankRow(props: RankRowProps) {
  const { page, option, place, places, level, disabled, dragged, onGrab, onAct } = props;
  const idle = {
    first: place === 1,
    up: place === 1,
    down: place === places,
    last: place === places,
  };
  return (
    <li className={dragged ? "rank-row rank-row-dragged" : "rank-row"} data-option={option.id}>
      <input type="hidden" name={`rank.${option.id}`} value={place} />
      <div className="rank-head">
        <PlaceSelect {...props} />
        <span className="rank-label">
          <OptionWords page={page} optionId={option.id} />
        </span>
        {!disabled && (
          <span className="rank-handle" aria-hidden="true" onPointerDown={onGrab}>
            ⠿
          </span>
        )}
      </div>
      <div className="rank-acts">
        {MOVES.map(([act, sign]) => (
          <RankButton
            key={act}
            act={act}
            name={option.name}
            disabled={disabled}
            idle={idle[act] && !level}
            onPress={() => onAct(act)}
          >
            {sign}
          </RankButton>
        ))}
        {props.mayLevel && (
          <RankButton
            act="level"
            name={option.name}
            disabled={disabled}
            idle={place === 1 && level !== "below"}
            pressed={level === "below"}
            onPress={() => onAct("level")}
          >
            =
          </RankButton>
        )}
        <RankButton
          act="remove"
          name={option.name}
          disabled={disabled}
          onPress={() => onAct("remove")}
        >
          ✕
        </RankButton>
      </div>
    </li>
  );
}

/** The number before the option, which is also the shortest way far up or down. */
function PlaceSelect({ option, place, places, level, disabled, onPlace }: RankRowProps) {
  const { t } = useTranslation("ballot-forms");
  const most = level ? places + 1 : places;
  return (
    <select
      className="field-control rank-place"
      aria-label={t("rank.placeOf", { name: option.name })}
      data-act="place"
      value={place}
      disabled={disabled}
      onChange={(event) => onPlace(Number(event.currentTarget.value))}
    >
      {Array.from({ length: most }, (_, at) => at + 1).map((one) => (
        <option key={one} value={one}>
          {level && one === place ? `${one} =` : one}
        </option>
      ))}
    </select>
  );
}
