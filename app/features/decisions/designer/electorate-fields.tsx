import { useFetcher } from "@remix-run/react";
import { type FormEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ROLES } from "#domain/kernel/actor.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { CheckBox, Choice, Choices } from "#app/ui/choice.tsx";
import type { DesignedDraft, ElectorateCount } from "#wire/decision-designer.ts";
import type { DesignerAnswer } from "./designer-answer.ts";

/** Pause before an electorate is counted, while boxes are being ticked (ms). */
const PAUSE = 300;

type Box = { value: string; label: string };

type ElectorateFieldsProps = {
  designed: DesignedDraft;
  /** How many persons its own list names. */
  listed: number;
};

/** Who votes: those who are in every list that is ticked; nothing ticked is everybody. */
export function ElectorateFields({ designed, listed }: ElectorateFieldsProps) {
  const { t } = useTranslation(["designer", "membership"]);
  const { assembly, draft } = designed;
  const { electorate } = draft;
  const { picks, count } = useCount(designed.picks, listed);
  const bodies: Box[] = [
    { value: "cooperative", label: t("membership:roles.bodies.cooperative") },
    { value: "board", label: t("membership:roles.bodies.board") },
    { value: `assembly:${assembly.id}`, label: t("electorate.thisAssembly") },
  ];
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  const roles = ROLES.map((role) => ({ value: role, label: t(`membership:roles.names.${role}`) }));
  return (
    <div className="stack" onChange={count}>
      <p>{t("electorate.lead")}</p>
      <Boxes
        name="categories"
        boxes={assembly.categories.map(named)}
        ticked={electorate.categories}
      />
      <Boxes name="offices" boxes={assembly.offices.map(named)} ticked={electorate.offices} />
      <Boxes name="roles" boxes={roles} ticked={electorate.roles} />
      <Boxes name="bodies" boxes={bodies} ticked={electorate.bodies} />
      <CheckBox
        name="attendance"
        label={t("electorate.attendance")}
        help={t("electorate.attendanceHelp")}
        defaultChecked={electorate.attendance}
      />
      {listed > 0 && <p>{t("electorate.list", { count: listed })}</p>}
      <Picks picks={picks} />
    </div>
  );
}

/** Long lists are folded until one of them is ticked. */
function Boxes({
  name,
  boxes,
  ticked = [],
}: {
  name: "categories" | "offices" | "roles" | "bodies";
  boxes: Box[];
  ticked: readonly string[] | undefined;
}) {
  const { t } = useTranslation("designer");
  if (boxes.length === 0) return null;
  const legend = t(`electorate.${name}`);
  return (
    <details className="designer-language" open={name === "categories" || ticked.length > 0}>
      <summary>{legend}</summary>
      <Choices legend={<span className="for-ears">{legend}</span>}>
        {boxes.map(({ value, label }) => (
          <Choice
            key={value}
            type="checkbox"
            name={name}
            value={value}
            label={label}
            defaultChecked={ticked.includes(value)}
          />
        ))}
      </Choices>
    </details>
  );
}

function Picks({ picks: { persons, of, rollTaken } }: { picks: ElectorateCount }) {
  const { t } = useTranslation("designer");
  const language = useLanguage();
  return (
    <p role="status" className="designer-picks">
      {t("electorate.picks", { count: persons, of: formatNumber(language, of) })}{" "}
      {t(rollTaken ? "electorate.rollTaken" : "electorate.rollToCome")}
    </p>
  );
}

/** Counts whom the ticked boxes pick, a moment after the last tick, and when the list changes. */
function useCount(saved: ElectorateCount, listed: number) {
  const fetcher = useFetcher<DesignerAnswer>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const ticked = useRef<HTMLFormElement | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = () => {
    if (!ticked.current) return;
    const fields = new FormData(ticked.current);
    fields.set("intent", "count");
    fetcher.submit(fields, { method: "post" });
  };
  // What is ticked and not saved counts together with the list, which is saved at once.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(ask, [listed]);
  const count = (event: FormEvent<HTMLDivElement>) => {
    ticked.current = event.currentTarget.closest("form");
    clearTimeout(timer.current);
    timer.current = setTimeout(ask, PAUSE);
  };
  return { picks: fetcher.data?.picks ?? saved, count };
}
