import { useTranslation } from "react-i18next";
import { Words } from "#app/ui/language-tag.tsx";
import type { EditionHead } from "#wire/workers-assembly.ts";
import type { RankedProposal } from "#wire/workers-ranking.ts";

type ProposalWordsProps = { proposal: RankedProposal; themes: EditionHead["campaign"]["themes"] };

/** Its code, its sentence, where it comes from, and its paragraph for whoever asks. */
export function ProposalWords({ proposal, themes }: ProposalWordsProps) {
  const { t } = useTranslation("workers-ranking");
  const { option, kind, theme, city, sentence, paragraph } = proposal;
  const titles = themes.find(({ id }) => id === theme)?.titles;
  return (
    <>
      <h3 className="ranking-sentence">
        <span className="ranking-code">{option}</span> <Words of={sentence} tagged />
      </h3>
      <p className="small muted ranking-about">
        <span>{t(`list.kind.${kind}`)}</span>
        {titles && (
          <span>
            <Words of={titles} />
          </span>
        )}
        {city && <span>{city}</span>}
      </p>
      <details className="ranking-more">
        <summary>{t("list.why")}</summary>
        <p>
          <Words of={paragraph} tagged />
        </p>
      </details>
    </>
  );
}
