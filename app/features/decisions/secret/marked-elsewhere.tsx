import { useTranslation } from "react-i18next";
import type { ElectorView } from "#wire/decisions.ts";
import { MoveHere } from "./move-ballots.tsx";

type Channel = NonNullable<ElectorView["mark"]>["channel"];

/** The roll says that this elector has had a ballot, and it is not in this browser. */
export function MarkedElsewhere({
  assemblyId,
  channel,
  elector,
}: {
  assemblyId: string;
  channel: Channel;
  elector: ElectorView;
}) {
  const { t } = useTranslation("ballot-box");
  return (
    <section className="stack" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{t(`elsewhere.${channel}.title`)}</h2>
      {!elector.self && <p>{t("elsewhere.for", { name: elector.name })}</p>}
      <p>{t(`elsewhere.${channel}.body`)}</p>
      {channel === "online" && <MoveHere assemblyId={assemblyId} electorIds={[elector.id]} />}
    </section>
  );
}
