import { useTranslation } from "react-i18next";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import type { DecisionPage } from "#wire/decisions.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Choice, Choices, type ChoiceTone } from "#app/ui/choice.tsx";
import { Shape } from "#app/ui/shape.tsx";
import type { BallotChoiceProps, BallotFieldsProps } from "./form.ts";

const SHAPES = { for: "circle", against: "square", abstain: "ring" } as const;

/** For, against or abstain: shape, order and words beside the colour. */
export function ResolutionFields({ page, legend, hint, filled, disabled }: BallotFieldsProps) {
  return (
    <Choices legend={legend} help={hint}>
      {page.options.map((option) => (
        <Choice
          key={option.id}
          name="optionId"
          value={option.id}
          tone={toneOf(option.id)}
          label={<OptionWords page={page} optionId={option.id} />}
          defaultChecked={option.id === optionOf(filled)}
          disabled={disabled}
          required
        />
      ))}
    </Choices>
  );
}

/** The choice as the review shows it: large, with its shape. */
export function ResolutionChoice({ page, content }: BallotChoiceProps) {
  const optionId = optionOf(content) ?? "";
  const tone = toneOf(optionId);
  return (
    <strong className={tone ? `ballot-choice ballot-choice-${tone}` : "ballot-choice"}>
      {tone && <Shape name={SHAPES[tone]} />}
      <OptionWords page={page} optionId={optionId} />
    </strong>
  );
}

/** The decision's own label, or the interface's word where it has none. */
export function OptionWords({
  page,
  optionId,
}: {
  page: Pick<DecisionPage, "options">;
  optionId: string;
}) {
  const { t } = useTranslation("decisions");
  const label = page.options.find((option) => option.id === optionId)?.label ?? {};
  return Object.keys(label).length > 0 ? <Words of={label} /> : <>{t(`options.${optionId}`)}</>;
}

function toneOf(optionId: string): ChoiceTone | undefined {
  return optionId in SHAPES ? (optionId as ChoiceTone) : undefined;
}

function optionOf(content: BallotContent | undefined): string | undefined {
  return content?.kind === "choice" ? content.option : undefined;
}
