import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { DecisionPage } from "#wire/decisions.ts";
import type { PaperUrn } from "#wire/urns.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { BALLOT_FORMS } from "../ballot-forms/registry.ts";

type EnterSlipProps = { urn: PaperUrn; page: DecisionPage };

/** One slip as this reader reads it. Nobody is shown what the other reader has entered. */
export function EnterSlip({ urn, page }: EnterSlipProps) {
  const { t } = useTranslation("urns");
  const { Fields } = BALLOT_FORMS[page.ballot.shape];
  const next = nextSlip(urn);
  const entered = JSON.stringify(urn.mine);
  const form = useFreshForm(entered);
  const busy = useNavigation().formData?.get("decisionId") === urn.decisionId;
  return (
    <Form
      ref={form}
      method="post"
      className="paper-slip stack"
      preventScrollReset
      autoComplete="off"
    >
      <input type="hidden" name="intent" value="paper.enter" />
      <input type="hidden" name="decisionId" value={urn.decisionId} />
      <Field
        name="slip"
        type="number"
        min={1}
        max={9_999}
        defaultValue={next}
        label={t("paper.slip.number")}
        help={t("paper.slip.numberHelp")}
      />
      <Fields
        key={entered}
        page={inDeclaredOrder(page)}
        legend={t("paper.slip.says")}
        hint={t("paper.slip.hint")}
        disabled={false}
      />
      <div className="row">
        <Button busy={busy}>{t("paper.slip.enter")}</Button>
        <Button tone="quiet" name="reading" value="blank" formNoValidate>
          {t("paper.slip.blank")}
        </Button>
        <Button tone="quiet" name="reading" value="invalid" formNoValidate>
          {t("paper.slip.invalid")}
        </Button>
      </div>
    </Form>
  );
}

/** Slips are printed once for everybody. */
function inDeclaredOrder(page: DecisionPage): DecisionPage {
  return { ...page, optionOrder: page.options.map(({ id }) => id) };
}

/** After each slip an empty form, ready for the next: nothing of the last one may stay ticked. */
function useFreshForm(entered: string) {
  const form = useRef<HTMLFormElement>(null);
  const seen = useRef(entered);
  useEffect(() => {
    if (seen.current === entered) return;
    seen.current = entered;
    form.current?.reset();
    form.current
      ?.querySelector<HTMLInputElement>('input:not([type="hidden"], [name="slip"])')
      ?.focus();
  }, [entered]);
  return form;
}

/** The first number that this reader has not used. */
function nextSlip({ mine }: PaperUrn): number {
  const used = new Set(mine.map(({ slip }) => slip));
  let next = 1;
  while (used.has(next)) next++;
  return next;
}
