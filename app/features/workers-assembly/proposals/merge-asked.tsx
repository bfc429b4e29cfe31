import { useTranslation } from "react-i18next";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { City, MergeOffer } from "#wire/proposal-pages.ts";
import type { EditionHead } from "#wire/workers-assembly.ts";
import { AboutProposal, Said } from "./words.tsx";

type Props = { offer: MergeOffer; page: { head: EditionHead; cities: City[] } };

/** One wording that is offered for several, for an author who is asked; without them all stay. */
export function MergeAsked({ offer, page }: Props) {
  const { t } = useTranslation("workers-assembly");
  const fields = { mergeId: offer.id };
  return (
    <Notice tone="wait" title={t("merge.asked")}>
      <OfferedWording offer={offer} page={page} />
      <p>{t("merge.how")}</p>
      {offer.mine ? (
        <p role="status">{t("merge.youAgreed")}</p>
      ) : (
        <ActForm
          act="proposal.answer-merge"
          fields={{ ...fields, agrees: "true" }}
          label={t("merge.agree")}
          tone="primary"
        />
      )}
      <ActForm
        act="proposal.answer-merge"
        fields={{ ...fields, agrees: "false" }}
        label={t("merge.decline")}
      />
    </Notice>
  );
}

/** The wording that is offered, those it would gather, and until when one answers. */
export function OfferedWording({ offer, page }: Props) {
  const { t } = useTranslation("workers-assembly");
  const language = useLanguage();
  return (
    <>
      <p>
        <strong>
          <Said in={offer.language}>{offer.sentence}</Said>
        </strong>
      </p>
      <p className="proposal-words">
        <Said in={offer.language}>{offer.paragraph}</Said>
      </p>
      <p className="row small">
        <AboutProposal {...page} proposal={offer} />
      </p>
      {offer.note && <p>{offer.note}</p>}
      <p>{t("merge.parts")}</p>
      <ul>
        {offer.parts.map((part) => (
          <li key={part.id}>
            <Said in={part.language}>{part.sentence}</Said>
          </li>
        ))}
      </ul>
      <p className="muted small">
        {t("merge.until", { date: formatDate(language, offer.answerBy) })}{" "}
        {t("merge.agreed", { agreed: offer.agreed, count: offer.authors })}
      </p>
    </>
  );
}
