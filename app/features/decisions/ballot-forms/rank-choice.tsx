import { useTranslation } from "react-i18next";
import type { BallotChoiceProps } from "./form.ts";
import { placeOf } from "./rank-moves.ts";
import { OptionWords } from "./resolution.tsx";
import { BlankSaid, Said } from "./said.tsx";

/** The ranking as a list, equals together, then what is not ranked. */
export function RankChoice({ page, content }: BallotChoiceProps) {
  const { t } = useTranslation("ballot-forms");
  if (content.kind !== "rank") return <BlankSaid />;
  const { ranks } = content;
  const rest = page.optionOrder.filter((id) => placeOf(ranks, id) === 0);
  return (
    <>
      <div className="ballot-said">
        <section className="ballot-said-group">
          <h3>{t("rank.said")}</h3>
          <ol>
            {ranks.map((equals) => (
              <li key={equals.join(" ")}>
                {equals.map((id, at) => (
                  <span key={id}>
                    {at > 0 && <span className="muted"> {t("rank.equalTo")} </span>}
                    <OptionWords page={page} optionId={id} />
                  </span>
                ))}
              </li>
            ))}
          </ol>
        </section>
      </div>
      <Said page={page} groups={[{ key: "rest", heading: t("rank.saidRest"), options: rest }]} />
    </>
  );
}
