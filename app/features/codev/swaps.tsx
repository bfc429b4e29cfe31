import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { CyclePage } from "#wire/codev-pages.ts";

type Props = { page: CyclePage };

/** Swaps that wait for the reader, or that they asked for. */
export function Swaps({ page }: Props) {
  const { t } = useTranslation("codev");
  const language = useLanguage();
  const dateOf = (turnId: string) => {
    const session = page.sessions.find(({ turns }) => turns.some(({ id }) => id === turnId));
    return session ? formatDateTime(language, session.startsAt) : "";
  };
  const nameOf = (id: string) => page.people.find((person) => person.id === id)?.name ?? "";
  return page.swaps.map(({ id, turnId, otherTurnId, askedBy, askedOf }) => {
    if (askedOf === page.me) {
      return (
        <Notice key={id} tone="wait" title={t("swap.asked", { name: nameOf(askedBy) })}>
          <p>{t("swap.dates", { yours: dateOf(otherTurnId), theirs: dateOf(turnId) })}</p>
          <div className="row">
            <PostedAct
              act="codev.answer-swap"
              fields={{ swapId: id, agree: "true" }}
              label={t("swap.agree")}
              tone="primary"
            />
            <PostedAct
              act="codev.answer-swap"
              fields={{ swapId: id, agree: "false" }}
              label={t("swap.decline")}
            />
          </div>
        </Notice>
      );
    }
    if (askedBy !== page.me) return null;
    return (
      <Notice key={id} title={t("swap.waiting", { name: nameOf(askedOf) })}>
        <PostedAct act="codev.withdraw-swap" fields={{ swapId: id }} label={t("swap.withdraw")} />
      </Notice>
    );
  });
}

/** Newcomers whom the group is asked about: one no is enough, and nobody hears whose it was. */
export function Newcomers({ page }: Props) {
  const { t } = useTranslation("codev");
  if (page.myState !== "active") return null;
  return page.newcomers.map(({ id, name, answered, agreed, of }) => (
    <Notice key={id} tone="wait" title={t("newcomer.asked", { name })}>
      <p>{t("newcomer.about", { agreed, of })}</p>
      {!answered && (
        <div className="row">
          <PostedAct
            act="codev.answer-newcomer"
            fields={{ cycleId: page.id, personId: id, agree: "true" }}
            label={t("newcomer.agree")}
            tone="primary"
          />
          <PostedAct
            act="codev.answer-newcomer"
            fields={{ cycleId: page.id, personId: id, agree: "false" }}
            label={t("newcomer.decline")}
          />
        </div>
      )}
    </Notice>
  ));
}
