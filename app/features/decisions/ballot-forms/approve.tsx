import type { TFunction } from "i18next";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { FieldsFrame } from "./fields-frame.tsx";
import { shownOptions, type BallotChoiceProps, type BallotFieldsProps } from "./form.ts";
import { OptionWords } from "./resolution.tsx";
import { BlankSaid, Said } from "./said.tsx";
import { useFilled } from "./use-filled.ts";

/** A tick for each option one supports, and how many are ticked. */
export function ApproveFields(props: BallotFieldsProps) {
  const { page, legend, hint, filled, disabled } = props;
  const { t } = useTranslation("ballot-forms");
  const { fields, content, look } = useFilled(props);
  const { maxChoices: most, minChoices: least = 1 } = page.ballot;
  const count = content?.kind === "approve" ? content.options.length : 0;
  const over = most === undefined ? 0 : Math.max(0, count - most);
  const wrong = wrongOf(t, { over, lacking: count === 0 ? 0 : Math.max(0, least - count) });
  const chosen =
    most === undefined
      ? t("approve.chosen", { count })
      : t("approve.chosenOf", { count, of: most });
  const ticked = filled?.kind === "approve" ? filled.options : [];

  // The browser itself then keeps the form and says why, beside the last tick.
  useEffect(() => {
    const boxes = [
      ...(fields.current?.querySelectorAll<HTMLInputElement>("input[name=approve]") ?? []),
    ];
    for (const box of boxes) box.setCustomValidity("");
    boxes.findLast(({ checked }) => checked)?.setCustomValidity(wrong);
  }, [fields, content, wrong]);

  return (
    <FieldsFrame
      shape="approve"
      around={fields}
      onChange={look}
      summary={[chosen, wrong].filter(Boolean).join(" ")}
      wrong={over > 0}
    >
      <Choices
        legend={legend}
        help={
          <>
            {most === undefined ? t("approve.any") : t("approve.most", { count: most })}{" "}
            {least > 1
              ? t("approve.least", { count: least })
              : page.method === "equal-shares" && t("approve.several")}{" "}
            {hint}
          </>
        }
      >
        {shownOptions(page).map((option) => (
          <Choice
            key={option.id}
            type="checkbox"
            name="approve"
            value={option.id}
            label={<OptionWords page={page} optionId={option.id} />}
            defaultChecked={ticked.includes(option.id)}
            disabled={disabled}
          />
        ))}
      </Choices>
    </FieldsFrame>
  );
}

/** That too many are ticked, or too few; "" where neither is. A ballot without any is blank. */
function wrongOf(
  t: TFunction<"ballot-forms">,
  { over, lacking }: { over: number; lacking: number },
) {
  if (over > 0) return t("approve.tooMany", { count: over });
  return lacking > 0 ? t("approve.tooFew", { count: lacking }) : "";
}

/** The options that were ticked. */
export function ApproveChoice({ page, content }: BallotChoiceProps) {
  const { t } = useTranslation("ballot-forms");
  if (content.kind !== "approve") return <BlankSaid />;
  const options = page.optionOrder.filter((id) => content.options.includes(id));
  const heading = t("approve.said", { count: options.length });
  return <Said page={page} groups={[{ key: "approved", heading, options }]} />;
}
