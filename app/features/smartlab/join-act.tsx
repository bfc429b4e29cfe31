import { useTranslation } from "react-i18next";
import { ActForm, ConfirmAct } from "#app/features/live-session/act-form.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { LabCard } from "#wire/smartlab-pages.ts";

/** How one stands to a lab: a place, a turn, an interest; nothing where there is none. */
export function Standing({ lab: { mine, openness } }: { lab: LabCard }) {
  const { t } = useTranslation("smartlab");
  if (!mine || openness === "over") return null;
  switch (mine.standing) {
    case "joined":
      return (
        <Tag tone="canopy" shape="circle">
          {t(`role.mine.${mine.role}`)}
        </Tag>
      );
    case "waiting":
      return (
        <Tag tone="ochre" shape="ring">
          {t("join.waiting", { rank: mine.rank ?? 0 })}
        </Tag>
      );
    case "interested":
      return (
        <Tag tone="lake" shape="ring">
          {t("join.interested")}
        </Tag>
      );
    default:
      return null;
  }
}

/** The one thing to do with a lab that one is not in: be interested, take a place, wait for one. */
export function JoinAct({ lab, signedIn }: { lab: LabCard; signedIn: boolean }) {
  const { t } = useTranslation("smartlab");
  const { openness, mine } = lab;
  if (mine?.standing === "joined" || !takesPeople(lab)) return null;
  if (!signedIn) return <SignIn lab={lab} />;
  const asked = mine?.standing === "interested" && openness === "gathering";
  if (asked || mine?.standing === "waiting") return <Asked lab={lab} />;
  const fields = { labId: lab.id };
  const join = (
    <ActForm act="smartlab.join" fields={fields} label={t(`join.act.${openness}`)} tone="primary" />
  );
  if (mine?.standing !== "interested") return join;
  return (
    <Notice title={t("join.opened")}>
      <div className="row">
        {join}
        <ActForm act="smartlab.not-now" fields={fields} label={t("join.notNow")} />
      </div>
    </Notice>
  );
}

const takesPeople = ({ openness }: LabCard) => openness !== "over" && openness !== "resting";

/** A code by mail, then back to this very lab. */
function SignIn({ lab: { slug, openness } }: { lab: LabCard }) {
  const { t } = useTranslation("smartlab");
  return (
    <div className="stack">
      <ButtonLink to={`/sign-in?to=${encodeURIComponent(`/smartlab/${slug}`)}`}>
        {t(`join.signIn.${openness}`)}
      </ButtonLink>
      <p className="muted small">{t("join.signInHow")}</p>
    </div>
  );
}

/** Has asked already: what for, and the way out. */
function Asked({ lab }: { lab: LabCard }) {
  const { t } = useTranslation("smartlab");
  const waits = lab.mine?.standing === "waiting";
  return (
    <div className="row">
      <Standing lab={lab} />
      <ActForm
        act="smartlab.leave"
        fields={{ labId: lab.id }}
        label={t(waits ? "join.stopWaiting" : "join.noInterest")}
      />
    </div>
  );
}

/** Leaving is always possible, and says what it means. */
export function LeaveAct({ lab }: { lab: LabCard }) {
  const { t } = useTranslation("smartlab");
  if (lab.mine?.standing !== "joined" || lab.openness === "over") return null;
  return (
    <ConfirmAct
      act="smartlab.leave"
      fields={{ labId: lab.id }}
      summary={t("leave.summary")}
      why={t(lab.mine.role === "initiator" ? "leave.initiator" : "leave.why")}
      label={t("leave.act")}
      tone="stop"
    />
  );
}
