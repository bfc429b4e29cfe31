import { Form, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ErrataList } from "#app/features/assembly/errata-list.tsx";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";
import { Hidden } from "#app/features/live-session/act-form.tsx";
import { type FieldValues, withTyped } from "#app/features/programme/field-values.ts";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { Field, Select, TextArea } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { SLIP_MOST, VOTE_PARTS, type VotePart } from "#domain/convocation/erratum.ts";
import { inLanguage, LANGUAGES, type Language } from "#domain/kernel/languages.ts";
import type { ConvenedVote, ConvocationPage } from "#wire/convocation.ts";

type Sent = Extract<ConvocationPage["state"], { kind: "sent" }>;
type Props = { assemblyId: string; state: Sent; answer: ActAnswer | undefined };

/** One wording of a vote that went out: in one language, its title or its text. */
type Wording = { vote: ConvenedVote; language: Language; part: VotePart; words: string };

/** What was corrected since it left, and the way to correct a slip that somebody found. */
export function ErrataPart({ assemblyId, state, answer }: Props) {
  const { t } = useTranslation("convocation");
  const [search] = useSearchParams();
  const wordings = state.votes.flatMap(wordingsOf);
  const chosen = wordings.find((wording) => keyOf(wording) === search.get("text"));
  return (
    <Section title={t("errata.title")} id="errata">
      <p className="muted">{t("errata.lead")}</p>
      {state.errata.length > 0 ? <ErrataList errata={state.errata} /> : <p>{t("errata.none")}</p>}
      {wordings.length > 0 && <ChooseWording wordings={wordings} chosen={chosen} />}
      {chosen && <Correct key={keyOf(chosen)} {...{ assemblyId, chosen, answer }} />}
    </Section>
  );
}

function wordingsOf(vote: ConvenedVote): Wording[] {
  return LANGUAGES.flatMap((language) =>
    VOTE_PARTS.flatMap((part) => {
      const words = vote.texts[language]?.[part];
      return words ? [{ vote, language, part, words }] : [];
    }),
  );
}

function keyOf({ vote, language, part }: Wording): string {
  return `${vote.decisionId}.${language}.${part}`;
}

function ChooseWording({ wordings, chosen }: { wordings: Wording[]; chosen: Wording | undefined }) {
  const { t } = useTranslation(["convocation", "assembly"]);
  const reader = useLanguage();
  const options = wordings.map((wording) => ({
    value: keyOf(wording),
    label: t("errata.option", {
      vote: inLanguage(wording.vote.texts, reader)?.value.title ?? "",
      part: t(`assembly:errata.part.${wording.part}`),
      language: languageName(wording.language, reader),
    }),
  }));
  return (
    <Form method="get" action="#errata" className="stack" preventScrollReset>
      <Select
        label={t("errata.which")}
        name="text"
        options={options}
        defaultValue={chosen && keyOf(chosen)}
      />
      <Button tone="quiet">{t("errata.choose")}</Button>
    </Form>
  );
}

type CorrectProps = Omit<Props, "state"> & { chosen: Wording };

function Correct({ assemblyId, chosen, answer }: CorrectProps) {
  const { t } = useTranslation("convocation");
  const { vote, language, part, words } = chosen;
  const kept: FieldValues = { corrected: words };
  const values = withTyped(kept, answer);
  return (
    <Form method="post" className="stack">
      <Hidden
        intent="convocation.correct"
        fields={{ assemblyId, decisionId: vote.decisionId, language, part, seen: words }}
      />
      <TextArea
        label={t("errata.corrected")}
        help={t("errata.correctedHelp", { most: SLIP_MOST })}
        name="corrected"
        lang={language}
        rows={part === "title" ? 2 : 8}
        defaultValue={values["corrected"]}
      />
      <Field
        label={t("errata.reason")}
        help={t("errata.reasonHelp")}
        name="reason"
        maxLength={300}
        defaultValue={values["reason"]}
      />
      <Button>{t("errata.save")}</Button>
    </Form>
  );
}
