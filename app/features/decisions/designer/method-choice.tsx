import { useTranslation } from "react-i18next";
import type { MethodName } from "#domain/decisions/registry.ts";
import { Choice, Choices } from "#app/ui/choice.tsx";

/** Every method, those that one needs most often first. */
const IN_ORDER: MethodName[] = [
  "resolution",
  "per-candidate",
  "stv",
  "equal-shares",
  "schulze",
  "majority-judgment",
  "approval",
  "plurality-at-large",
  "irv",
  "ranked-pairs",
  "borda",
  "score",
];

/** By what is decided, each with a sentence on what it is good for. */
export function MethodChoice({ chosen }: { chosen: MethodName }) {
  const { t } = useTranslation(["designer", "results"]);
  return (
    <Choices legend={t("method.legend")} help={t("method.help")}>
      {IN_ORDER.map((method) => (
        <Choice
          key={method}
          name="method"
          value={method}
          label={t(method === "resolution" ? "method.resolution" : `results:method.${method}`)}
          help={t(`method.goodFor.${method}`)}
          defaultChecked={method === chosen}
          required
        />
      ))}
    </Choices>
  );
}
