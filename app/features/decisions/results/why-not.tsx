import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ElectionReport } from "#wire/decisions.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/field.tsx";
import { duelInWords } from "./duel.ts";
import type { Speaker } from "./speaker.ts";

/** Why A and not B: any two options, by a form that works without scripts; at first the closest. */
export function WhyNot({ report, speaker }: { report: ElectionReport; speaker: Speaker }) {
  const { t } = useTranslation("results");
  const [search] = useSearchParams();
  const order = report.order.flat();
  const last = Math.max(0, report.winners.length - 1);
  const asked = (name: string) => order.find((option) => option === search.get(name));
  const first = asked("a") ?? order[last];
  const second = asked("b") ?? order[last + 1] ?? order[0];
  if (first === undefined || second === undefined || order.length < 2) return null;
  const options = order.map((option) => ({ value: option, label: speaker.label(option) }));
  return (
    <section className="stack" aria-labelledby="why-not">
      <h3 id="why-not">{t("versus.title")}</h3>
      <form method="get" action="#why-not" className="stack not-printed">
        <Select label={t("versus.first")} name="a" defaultValue={first} options={options} />
        <Select label={t("versus.second")} name="b" defaultValue={second} options={options} />
        <div>
          <Button type="submit" tone="quiet">
            {t("versus.ask")}
          </Button>
        </div>
      </form>
      {first === second ? (
        <p>{t("versus.same")}</p>
      ) : (
        <ul>
          {duelInWords(report, [first, second], speaker).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
