import { useTranslation } from "react-i18next";
import type { RollAnswer } from "#wire/board.ts";

/** "Did anybody vote in my name?", from the roll: how the reader's line was marked, if it was. */
export function RollAnswers({ roll }: { roll: RollAnswer[] }) {
  const { t } = useTranslation("ballot-box");
  return (
    <section className="board-part stack" aria-labelledby="roll">
      <h2 id="roll">{t("roll.title")}</h2>
      {roll.length === 0 && <p>{t("roll.signIn")}</p>}
      <ul className="roll-answers">
        {roll.map((line) => (
          <li key={line.electorId}>
            {roll.length > 1 && <strong>{line.name} </strong>}
            {t(`roll.${standing(line)}`)}
          </li>
        ))}
      </ul>
      {roll.some(({ channel }) => channel) && <p className="small">{t("roll.notYou")}</p>}
    </section>
  );
}

function standing({ entitled, channel }: RollAnswer): string {
  return channel ?? (entitled ? "nobody" : "notEntitled");
}
