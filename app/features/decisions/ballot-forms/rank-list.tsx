import { useTranslation } from "react-i18next";
import { inLanguage } from "#domain/kernel/languages.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { LiveRegion } from "#app/ui/live-region.tsx";
import { shownOptions, type BallotSubject } from "./form.ts";
import { movedTo, placeOf, type Ranks } from "./rank-moves.ts";
import { RankRow } from "./rank-row.tsx";
import { RankButton } from "./rank-button.tsx";
import { OptionWords } from "./resolution.tsx";
import { useDrag } from "./use-drag.ts";
import { useRankActs } from "./use-rank-acts.ts";

type RankListProps = {
  page: BallotSubject;
  ranks: Ranks;
  onRanks: (ranks: Ranks) => void;
  disabled: boolean;
};

/** The ranked options in their order, then those that are not ranked (yet). */
export function RankList({ page, ranks, onRanks, disabled }: RankListProps) {
  const { t } = useTranslation("ballot-forms");
  const language = useLanguage();
  const { list, last, act, moved } = useRankActs(ranks, onRanks);
  const drag = useDrag(list, (option, place) => onRanks(movedTo(ranks, option, place)));
  const nameOf = (id: string) => {
    const option = page.options.find((one) => one.id === id);
    return inLanguage(option?.label ?? {}, language)?.value ?? id;
  };
  const unranked = shownOptions(page).filter(({ id }) => placeOf(ranks, id) === 0);
  return (
    <div className="rank-list" ref={list}>
      {ranks.length > 0 && (
        <ol className="rank-rows" aria-label={t("rank.list")}>
          {ranks.flatMap((equals, at) =>
            equals.map((id, among) => (
              <RankRow
                key={id}
                page={page}
                option={{ id, name: nameOf(id) }}
                place={at + 1}
                places={ranks.length}
                level={equals.length > 1 ? (among > 0 ? "below" : "top") : undefined}
                mayLevel={!page.ballot.strict}
                disabled={disabled}
                dragged={drag.dragged === id}
                onGrab={() => drag.grab(id)}
                onAct={(what) => act(id, what)}
                onPlace={(place) => moved(id, movedTo(ranks, id, place))}
              />
            )),
          )}
        </ol>
      )}
      {unranked.length > 0 && (
        <>
          <p className="rank-rest">{t("rank.rest")}</p>
          <ul className="rank-rows" aria-label={t("rank.rest")}>
            {unranked.map(({ id }) => (
              <li key={id} className="rank-row rank-row-rest" data-option={id}>
                <span className="rank-label">
                  <OptionWords page={page} optionId={id} />
                </span>
                <RankButton
                  act="add"
                  name={nameOf(id)}
                  place={ranks.length + 1}
                  disabled={disabled}
                  onPress={() => act(id, "add")}
                >
                  {t("rank.addAt", { place: ranks.length + 1 })}
                </RankButton>
              </li>
            ))}
          </ul>
        </>
      )}
      <LiveRegion message={last ? saidOf(last) : ""} />
    </div>
  );

  function saidOf(id: string): string {
    const place = placeOf(ranks, id);
    const values = { name: nameOf(id), place, of: ranks.length };
    return place > 0 ? t("rank.moved", values) : t("rank.removed", values);
  }
}
