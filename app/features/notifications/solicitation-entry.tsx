import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Tag, type TagTone } from "#app/ui/tag.tsx";
import type { SolicitationCard, SolicitationChange } from "#wire/solicitations.ts";
import { ChangeForms } from "./solicitation-forms.tsx";

const TONES: Record<SolicitationCard["state"], TagTone> = {
  open: "ochre",
  answered: "canopy",
  overdue: "clay",
  cancelled: "plain",
  wished: "plain",
  statutory: "plum",
};

/** One request: of whom, who acts, by when, and what became of it. */
export function SolicitationEntry({
  card,
  today,
  id = false,
}: {
  card: SolicitationCard;
  /** ISO day, for who may say what becomes of it. */
  today?: string | undefined;
  /** Whether links lead here: the same request may stand on a page twice. */
  id?: boolean;
}) {
  const { t } = useTranslation("home");
  const language = useLanguage();
  const { kind, state, titles, link, askedOn, asked, spared } = card;
  const count = (value: number) => formatNumber(language, value);
  return (
    <li id={id ? `request-${card.id}` : undefined} className="request">
      <p className="row">
        <Tag>{t(`requests.kind.${kind}`)}</Tag>
        <Tag tone={TONES[state]}>{t(`requests.state.${state}`)}</Tag>
      </p>
      <p className="request-title">
        <Words of={titles} tagged />
      </p>
      <p className="muted">
        {t("requests.askedOn", { date: formatDate(language, askedOn) })} ·{" "}
        {t("requests.counts", { asked: count(asked) })}
        {spared > 0 && ` · ${t("requests.spared", { spared: count(spared) })}`}
      </p>
      <Promised card={card} />
      {card.changes.map((change) => (
        <Changed key={change.at} change={change} />
      ))}
      {link && (
        <p>
          <Link to={link}>
            {t("requests.see")}
            <span className="for-ears">
              {" "}
              <Words of={titles} />
            </span>
          </Link>
        </p>
      )}
      {id && today && (state === "open" || state === "overdue") && (
        <ChangeForms id={card.id} today={today} />
      )}
    </li>
  );
}

/** Who acts, and by when; once it is answered, what became of it. */
function Promised({
  card: { state, whoActs, answerBy, became, basis },
}: {
  card: SolicitationCard;
}) {
  const { t } = useTranslation("home");
  const language = useLanguage();
  return (
    <>
      {basis && <p>{t("requests.basis", { basis })}</p>}
      {whoActs && <p>{t("requests.whoActs", { who: whoActs })}</p>}
      {state === "answered" ? (
        <div>
          <p className="waiting-sign">{t("requests.became")}</p>
          <p>
            <Words of={became} tagged />
          </p>
        </div>
      ) : (
        answerBy &&
        state !== "cancelled" && (
          <p>{t("requests.answerBy", { date: formatDate(language, answerBy) })}</p>
        )
      )}
    </>
  );
}

/** That it was called off, or that its answer was promised for another day, and why. */
function Changed({ change }: { change: SolicitationChange }) {
  const { t } = useTranslation("home");
  const language = useLanguage();
  const day = (value: string) => formatDate(language, value);
  return (
    <p className="muted">
      {change.kind === "moved"
        ? t("requests.moved", { from: day(change.from), to: day(change.to) })
        : t("requests.cancelled", { date: day(change.at) })}{" "}
      <Words of={change.reason} tagged />
    </p>
  );
}
