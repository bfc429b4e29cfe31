import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Confirm } from "#app/ui/confirm.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { CONFLICT_KINDS, SECTORS } from "#domain/codev/words.ts";
import type { CodevFrontPage } from "#wire/codev-pages.ts";
import { LanguageSelect, ModeChoice, OfficeSelect, SlotBoxes } from "./wish-fields.tsx";

type Props = { page: CodevFrontPage };

/** Asking for a group, changing the wish, or taking it back. */
export function Apply({ page }: Props) {
  const { t } = useTranslation("codev");
  const { application } = page;
  const open =
    !application || application.state === "waiting" || application.state === "interviewed";
  return (
    <Section id="apply" title={t(application ? "apply.mine" : "apply.title")}>
      {application && (
        <Notice tone="done" title={t(`apply.state.${application.state}.title`)}>
          <p>{t(`apply.state.${application.state}.text`)}</p>
        </Notice>
      )}
      {open && (
        <details className="codev-fold" open={!application && page.cycles.length === 0}>
          <summary>{t(application ? "apply.change" : "ways.apply")}</summary>
          <Wish page={page} />
        </details>
      )}
      {application && open && (
        <Confirm label={t("apply.withdraw")} why={t("apply.withdrawWhy")}>
          <PostedAct act="codev.withdraw" label={t("apply.withdrawNow")} tone="stop" />
        </Confirm>
      )}
    </Section>
  );
}

const NO_WISH = { mode: "room", sector: "other", trade: "", slots: [] } as const;

function Wish({ page: { application, offices } }: Props) {
  const { t } = useTranslation("codev");
  const language = useLanguage();
  const wish = { language, ...NO_WISH, ...application };
  return (
    <PostedAct
      act="codev.apply"
      label={t(application ? "apply.change" : "apply.send")}
      tone={application ? "quiet" : "primary"}
    >
      <LanguageSelect chosen={wish.language} />
      <ModeChoice chosen={wish.mode} />
      <OfficeSelect offices={offices} chosen={application?.officeId} help={t("apply.officeHelp")} />
      <Select
        label={t("apply.sector")}
        name="sector"
        defaultValue={wish.sector}
        options={SECTORS.map((value) => ({ value, label: t(`sector.${value}`) }))}
      />
      <Field
        label={t("apply.trade")}
        help={t("apply.tradeHelp")}
        name="trade"
        maxLength={80}
        defaultValue={wish.trade}
      />
      <SlotBoxes chosen={wish.slots} />
    </PostedAct>
  );
}

/** With whom one must not be in a group. Shown to its author alone. */
export function Conflicts({ page: { conflicts } }: Props) {
  const { t } = useTranslation("codev");
  return (
    <Section id="conflicts" title={t("conflicts.title")}>
      <p>{t("conflicts.about")}</p>
      {conflicts.length > 0 && (
        <ul className="codev-list">
          {conflicts.map(({ personId, name, kind }) => (
            <li key={personId + kind} className="codev-line">
              <span>
                {name} <span className="muted small">{t(`conflicts.kind.${kind}`)}</span>
              </span>
              <PostedAct
                act="codev.retract-conflict"
                fields={{ personId, kind }}
                label={t("conflicts.retract")}
              />
            </li>
          ))}
        </ul>
      )}
      <details className="codev-fold">
        <summary>{t("conflicts.declare")}</summary>
        <PostedAct act="codev.declare-conflict" label={t("conflicts.declare")} clears>
          <Field
            label={t("conflicts.registerNo")}
            help={t("conflicts.registerNoHelp")}
            name="registerNo"
            maxLength={40}
          />
          <Select
            label={t("conflicts.why")}
            name="kind"
            options={CONFLICT_KINDS.map((value) => ({
              value,
              label: t(`conflicts.kind.${value}`),
            }))}
          />
        </PostedAct>
      </details>
    </Section>
  );
}
