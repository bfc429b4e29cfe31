import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import { Choices } from "#app/ui/choice.tsx";
import { FieldsFrame } from "./fields-frame.tsx";
import { shownOptions, type BallotFieldsProps } from "./form.ts";
import { RankList } from "./rank-list.tsx";
import { placeOf, type Ranks } from "./rank-moves.ts";
import { readBallot } from "./read.ts";
import { OptionWords } from "./resolution.tsx";

/** A ranking: a list with buttons where scripts run, else a number to choose for each option. */
export function RankFields(props: BallotFieldsProps) {
  const { page, legend, hint, filled, disabled } = props;
  const { t } = useTranslation("ballot-forms");
  const around = useRef<HTMLDivElement>(null);
  const [ranks, setRanks] = useState<Ranks>();

  // The list takes over what was chosen before scripts came; from then on it alone knows.
  useEffect(() => {
    const form = disabled ? null : around.current?.closest("form");
    setRanks((known) => known ?? ranksOf(form ? readBallot(new FormData(form)) : filled));
  }, [filled, disabled]);

  const ranked = (ranks ?? ranksOf(filled)).flat().length;
  return (
    <FieldsFrame
      shape="rank"
      around={around}
      summary={t("rank.ranked", { count: ranked, of: page.options.length })}
    >
      <Choices
        legend={legend}
        help={
          <>
            {t("rank.how")} {page.ballot.strict ? t("rank.noLevel") : t("rank.level")} {hint}
          </>
        }
      >
        {ranks ? (
          <RankList page={page} ranks={ranks} onRanks={setRanks} disabled={disabled} />
        ) : (
          <PlainRanks page={page} ranks={ranksOf(filled)} disabled={disabled} />
        )}
      </Choices>
    </FieldsFrame>
  );
}

function ranksOf(content: BallotContent | undefined): Ranks {
  return content?.kind === "rank" ? content.ranks : [];
}

type PlainRanksProps = Pick<BallotFieldsProps, "page" | "disabled"> & { ranks: Ranks };

/** Without scripts: the number of each option. */
function PlainRanks({ page, ranks, disabled }: PlainRanksProps) {
  const { t } = useTranslation("ballot-forms");
  const places = page.options.map((_, at) => at + 1);
  return (
    <div className="rank-plain">
      {shownOptions(page).map(({ id }) => (
        <div key={id} className="rank-plain-row">
          <label htmlFor={`rank.${id}`} className="rank-label">
            <OptionWords page={page} optionId={id} />
          </label>
          <select
            id={`rank.${id}`}
            className="field-control"
            name={`rank.${id}`}
            defaultValue={placeOf(ranks, id) || ""}
            disabled={disabled}
          >
            <option value="">{t("rank.notRanked")}</option>
            {places.map((place) => (
              <option key={place} value={place}>
                {place}
              </option>
            ))}
          </select>
        </div>
      ))}
    </div>
  );
}
