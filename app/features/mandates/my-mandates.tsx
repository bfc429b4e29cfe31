import { useTranslation } from "react-i18next";
import type { MandatesPage, MyMandate, MyMandates } from "#wire/mandates.ts";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { Section } from "#app/ui/page.tsx";
import "./mandates.css";

/** What others entrusted to this person: offers first. */
export function HeldMandates({ mine, open }: { mine: MyMandates; open: boolean }) {
  const { t } = useTranslation("mandates");
  const held = Object.values(mine.held);
  return (
    <Section title={t("held.heading")}>
      {held.length === 0 && <p className="muted">{t("held.none")}</p>}
      <ul className="mandates">
        {held.map((mandate) => (
          <li key={mandate.id} className="mandate stack">
            <h3>{t("held.from", { name: mandate.name })}</h3>
            <p>{t(`held.standing.${mandate.standing}`, { name: mandate.name })}</p>
            {open && <HeldActs mandate={mandate} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function HeldActs({ mandate: { id: mandateId, name, standing } }: { mandate: MyMandate }) {
  const { t } = useTranslation("mandates");
  if (standing === "offered") {
    return (
      <div className="row">
        <PostedAct
          act="mandate.accept"
          fields={{ mandateId }}
          label={t("held.accept")}
          tone="primary"
        />
        <PostedAct act="mandate.decline" fields={{ mandateId }} label={t("held.decline")} />
      </div>
    );
  }
  return (
    <Confirm label={t("held.handBack")} why={t("held.handBackWhy", { name })}>
      <PostedAct act="mandate.revoke" fields={{ mandateId }} label={t("held.handBackConfirm")} />
    </Confirm>
  );
}

/** What this person entrusted, for themselves or an organisation. */
export function GivenMandates({ page }: { page: MandatesPage }) {
  const { t } = useTranslation("mandates");
  const given = Object.entries(page.mine.given);
  if (given.length === 0) return null;
  const giverOf = (id: string) => page.givers.find((giver) => giver.id === id);
  return (
    <Section title={t("given.heading")}>
      <ul className="mandates">
        {given.map(([giverId, { id: mandateId, name, standing }]) => {
          const giver = giverOf(giverId);
          return (
            <li key={mandateId} className="mandate stack">
              <h3>
                {giver && !giver.self
                  ? t("given.toFor", { name, giver: giver.name })
                  : t("given.to", { name })}
              </h3>
              <p>{t(`given.standing.${standing}`, { name })}</p>
              {standing !== "offered" && <p className="small muted">{t("given.secretNote")}</p>}
              {page.open && (
                <Confirm label={t("given.revoke")} why={t("given.revokeWhy")}>
                  <PostedAct
                    act="mandate.revoke"
                    fields={{ mandateId }}
                    label={t("given.revokeConfirm")}
                    tone="stop"
                  />
                </Confirm>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
