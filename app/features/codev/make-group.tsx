import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { CheckBox, Choices } from "#app/ui/choice.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import type { BoardPage } from "#wire/codev-board.ts";

type Group = BoardPage["proposals"][number];
type Props = { page: BoardPage; group: Group };

/** A group that could begin: who, when, and who could lead it. */
export function MakeGroup({ page, group }: Props) {
  const { t } = useTranslation("codev");
  const language = useLanguage();
  const people = group.ids.map((id) => page.applicants.find((one) => one.id === id));
  const office = page.offices.find(({ id }) => id === group.officeId)?.name;
  return (
    <li className="codev-card">
      <p className="codev-card-name">
        {t("board.group", { count: group.ids.length })} ·{" "}
        {[
          languageName(group.language, language),
          group.mode === "room" ? office : t("mode.online"),
          t(`slot.${group.slot}`),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p>{people.map((one) => (one ? `${one.name} (${one.trade})` : "")).join(", ")}</p>
      {group.pairs.length === 0 ? (
        <p className="muted">{t("board.noPair")}</p>
      ) : (
        <details className="codev-fold">
          <summary>{t("make.open")}</summary>
          <MakeForm page={page} group={group} />
        </details>
      )}
    </li>
  );
}

function MakeForm({ page, group }: Props) {
  const { t } = useTranslation("codev");
  const { language, mode, officeId = "" } = group;
  return (
    <PostedAct
      act="codev.make-cycle"
      fields={{ language, mode, officeId }}
      label={t("make.send")}
      tone="primary"
    >
      <Field label={t("make.name")} help={t("make.nameHelp")} name="name" maxLength={80} />
      <Choices legend={t("make.who")} help={t("make.whoHelp")}>
        {group.ids.map((id) => (
          <CheckBox
            key={id}
            name="personIds"
            value={id}
            label={page.applicants.find((one) => one.id === id)?.name}
            defaultChecked
          />
        ))}
      </Choices>
      <PairSelect page={page} group={group} />
      <Field
        label={t("make.first")}
        help={t("make.firstHelp")}
        name="first"
        type="datetime-local"
      />
      <Field
        label={t("make.minutes")}
        name="minutes"
        type="number"
        min={90}
        max={240}
        defaultValue={120}
      />
      <Field
        label={t("make.interval")}
        name="intervalDays"
        type="number"
        min={7}
        max={60}
        defaultValue={28}
      />
      <Field
        label={t("make.holidays")}
        help={t("make.holidaysHelp")}
        name="holidays"
        optional
        maxLength={800}
      />
      {mode === "room" && <Field label={t("make.place")} name="place" optional maxLength={300} />}
      <Field
        label={t("make.link")}
        help={t("make.linkHelp")}
        name="link"
        type="url"
        optional
        maxLength={500}
      />
    </PostedAct>
  );
}

/** The pairs that fit, those who led least often together first; without scripts each on its own. */
function PairSelect({ page, group: { pairs } }: Props) {
  const { t } = useTranslation("codev");
  const [memberId, setMemberId] = useState(pairs[0]?.memberId);
  const nameOf = (id: string) => page.facilitators.find((one) => one.id === id)?.name ?? "";
  const members = [...new Set(pairs.map((pair) => pair.memberId))];
  const supports = [...new Set(pairs.map((pair) => pair.supportId))];
  const together = (supportId: string) =>
    pairs.find((pair) => pair.memberId === memberId && pair.supportId === supportId)?.together ?? 0;
  return (
    <>
      <Select
        label={t("make.member")}
        name="memberId"
        value={memberId}
        onChange={(event) => {
          setMemberId(event.currentTarget.value);
        }}
        options={members.map((value) => ({ value, label: nameOf(value) }))}
      />
      <Select
        label={t("make.support")}
        name="supportId"
        options={supports.map((value) => ({
          value,
          label: t("make.supportOf", { name: nameOf(value), count: together(value) }),
        }))}
      />
    </>
  );
}
