import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Section } from "#app/ui/page.tsx";
import { Tag, type TagTone } from "#app/ui/tag.tsx";
import type { Language } from "#domain/kernel/languages.ts";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import type { ProposalPage, Rendering } from "#wire/proposal-pages.ts";
import { TextFields } from "./fields.tsx";
import { Said } from "./words.tsx";

const TONES: Record<Rendering["state"], TagTone> = {
  reviewed: "canopy",
  waits: "ochre",
  stale: "clay",
};

type Props = { page: ProposalPage };

/** Its words in every language: written by one person and reviewed by another. */
export function Texts({ page }: Props) {
  const { t } = useTranslation("workers-assembly");
  const { renderings, rights, wanted, proposal, original } = page;
  const shown = renderings.filter(({ language }) => language !== proposal.shownIn);
  if (shown.length === 0 && !rights.translate && proposal.shownIn === proposal.language)
    return null;
  const missing = wanted.filter((one) => !renderings.some(({ language }) => language === one));
  return (
    <Section title={t("texts.title")}>
      <p className="muted small">{t("texts.how")}</p>
      {proposal.shownIn !== proposal.language && (
        <OneText
          language={proposal.language}
          text={original}
          tag={<Tag>{t("texts.original")}</Tag>}
        />
      )}
      {renderings
        .filter((one) => one.language !== proposal.shownIn || rights.review)
        .map((one) => (
          <Rendered key={one.language} rendering={one} page={page} />
        ))}
      {rights.translate &&
        [...new Set([...missing, ...LANGUAGES])]
          .filter((one) => one !== proposal.language)
          .map((one) => <WriteText key={one} language={one} page={page} />)}
    </Section>
  );
}

function OneText({
  language,
  text,
  tag,
}: {
  language: Language;
  text: { sentence: string; paragraph: string };
  tag: ReactNode;
}) {
  const reader = useLanguage();
  return (
    <div className="proposal-card">
      <p className="row small">
        <strong>{languageName(language, reader)}</strong> {tag}
      </p>
      <p className="proposal-sentence">
        <Said in={language}>{text.sentence}</Said>
      </p>
      <p className="proposal-words small">
        <Said in={language}>{text.paragraph}</Said>
      </p>
    </div>
  );
}

function Rendered({ rendering, page }: Props & { rendering: Rendering }) {
  const { t } = useTranslation("workers-assembly");
  const { language, state, own, sentence, paragraph } = rendering;
  const tag = <Tag tone={TONES[state]}>{t(`texts.state.${state}`)}</Tag>;
  return (
    <>
      <OneText language={language} text={rendering} tag={tag} />
      {page.rights.review && state === "waits" && !own && (
        <ActForm
          act="proposal.review"
          fields={{ proposalId: page.proposal.id, language, sentence, paragraph }}
          label={t("texts.review")}
          about={sentence}
        />
      )}
      {page.rights.review && state === "waits" && own && (
        <p className="muted small">{t("texts.own")}</p>
      )}
    </>
  );
}

function WriteText({ language, page }: Props & { language: Language }) {
  const { t } = useTranslation("workers-assembly");
  const reader = useLanguage();
  const { proposal, renderings } = page;
  const before = renderings.find((one) => one.language === language);
  const key = before ? "texts.rewrite" : "texts.write";
  return (
    <details className="fold">
      <summary>{t(key, { language: languageName(language, reader) })}</summary>
      <ActForm
        key={before?.sentence ?? ""}
        act="proposal.translate"
        fields={{ proposalId: proposal.id, language, revision: String(proposal.revision) }}
        label={t("texts.save")}
        className="stack"
      >
        <TextFields values={before ?? {}} lang={language} />
      </ActForm>
    </details>
  );
}
