import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { SIZE } from "#domain/codev/words.ts";
import type { CyclePage } from "#wire/codev-pages.ts";

/** What the two who lead see to: no file among the group, the beginning, dates, place, the end. */
export function Tend({ page }: { page: CyclePage }) {
  const { t } = useTranslation("codev");
  const fields = { cycleId: page.id };
  const me = page.facilitators.find(({ id }) => id === page.me);
  const active = page.people.filter(({ state }) => state === "active").length;
  const pairReady = page.facilitators.every(({ signed, cleared }) => signed && cleared);
  if (page.state === "closed" || page.state === "cancelled") return null;
  return (
    <Section title={t("tend.title")}>
      {!me?.cleared && (
        <Notice tone="wait" title={t("tend.clear")}>
          <p>{t("tend.clearAbout")}</p>
          <PostedAct act="codev.clear-pair" fields={fields} label={t("tend.clearNow")} />
        </Notice>
      )}
      {page.state === "signing" && (
        <>
          <p>
            {t("tend.signed", { count: active })}{" "}
            {t(pairReady ? "tend.pairReady" : "tend.pairMissing")}
          </p>
          <PostedAct
            act="codev.start-cycle"
            fields={fields}
            label={t("tend.start")}
            tone="primary"
            disabled={active < SIZE.least || !pairReady}
          />
        </>
      )}
      <PostedAct act="codev.change-cycle" fields={fields} label={t("tend.changePlace")}>
        <Field
          label={t("make.place")}
          name="place"
          optional
          maxLength={300}
          defaultValue={page.place}
        />
        <Field
          label={t("make.link")}
          help={t("make.linkHelp")}
          name="link"
          type="url"
          optional
          maxLength={500}
          defaultValue={page.link}
        />
      </PostedAct>
      {page.state === "running" && (
        <>
          <PostedAct act="codev.add-date" fields={fields} label={t("tend.addDate")}>
            <Field label={t("session.newHour")} name="startsAt" type="datetime-local" />
          </PostedAct>
          <Confirm label={t("tend.close")} why={t("tend.closeWhy")}>
            <PostedAct
              act="codev.close-cycle"
              fields={fields}
              label={t("tend.closeNow")}
              tone="stop"
            />
          </Confirm>
        </>
      )}
    </Section>
  );
}
