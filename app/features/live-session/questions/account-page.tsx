import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Language, Translated } from "#domain/kernel/languages.ts";
import { QUESTION_STATES, REFUSAL_REASONS } from "#domain/live-session/question.ts";
import type { ServedGroup } from "#domain/live-session/served-groups.ts";
import type { QuestionAccount, SlotLine } from "#wire/questions.ts";
import { formatDateTime, languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { usePlaceName } from "./use-place-name.ts";
import { useWhy } from "./why-next.tsx";
import "./questions.css";

type AccountPageProps = {
  assembly: { slug: string; title: Translated };
  account: QuestionAccount;
};

/** For everybody: what became of the questions, in numbers, and how each draw can be repeated. */
export function AccountPage({ assembly, account }: AccountPageProps) {
  const { t } = useTranslation("questions");
  return (
    <Page
      kicker={
        <Link to={`/assembly/${assembly.slug}`}>
          <Words of={assembly.title} />
        </Link>
      }
      title={t("account.title")}
      lead={<p>{t("account.lead")}</p>}
    >
      <States account={account} />
      <Moderation account={account} />
      <Served account={account} />
      <Section title={t("account.slots")}>
        <p className="muted">{t("account.slotsHow")}</p>
        {account.slots.length === 0 && <p>{t("account.noSlots")}</p>}
        {account.slots.map((slot) => (
          <Slot key={slot.number} slot={slot} account={account} />
        ))}
      </Section>
      <p>
        <Link to={`/assembly/${assembly.slug}/answers`}>{t("answers.title")}</Link>
      </p>
    </Page>
  );
}

function States({ account }: { account: QuestionAccount }) {
  const { t } = useTranslation(["questions", "live-session"]);
  const states = QUESTION_STATES.filter((state) => (account.states[state] ?? 0) > 0);
  return (
    <Section title={t("account.states")}>
      {states.length === 0 ? (
        <p>{t("account.empty")}</p>
      ) : (
        <Table
          caption={t("account.statesTable")}
          captionHidden
          rows={states}
          rowKey={(state) => state}
          columns={[
            {
              key: "state",
              label: t("account.state"),
              cell: (state) => t(`live-session:question.state.${state}`),
            },
            {
              key: "count",
              label: t("account.count"),
              numeric: true,
              cell: (state) => account.states[state],
            },
          ]}
        />
      )}
    </Section>
  );
}

function Moderation({ account }: { account: QuestionAccount }) {
  const { t } = useTranslation(["questions", "live-session"]);
  const { refused, appeals, medianWaitSeconds } = account;
  const reasons = REFUSAL_REASONS.filter((reason) => (refused[reason] ?? 0) > 0);
  const filed = appeals.waiting + appeals.upheld + appeals.rejected;
  return (
    <Section title={t("account.moderation")}>
      <ul>
        {reasons.length === 0 && <li>{t("live-session:moderationCounts.none")}</li>}
        {reasons.map((reason) => (
          <li key={reason}>
            {t("live-session:moderationCounts.refused", {
              count: refused[reason],
              reason: t(`live-session:reason.${reason}`),
            })}
          </li>
        ))}
        <li>
          {filed > 0 ? t("account.appeals", { count: filed, ...appeals }) : t("account.noAppeals")}
        </li>
        {medianWaitSeconds !== undefined && (
          <li>{t("account.median", { count: Math.max(1, Math.round(medianWaitSeconds / 60)) })}</li>
        )}
      </ul>
    </Section>
  );
}

/** How many questions of each group were asked aloud. Groups with fewer than five are left out. */
function Served({ account }: { account: QuestionAccount }) {
  const { t } = useTranslation("questions");
  const language = useLanguage();
  const placeName = usePlaceName(account.sites);
  const name = {
    language: (key: string) => languageName(key as Language, language),
    place: placeName,
    membership: (key: string) => t(`account.groups.${key}`),
    first: (key: string) => t(`account.groups.${key}`),
  };
  const shown = (Object.keys(name) as (keyof typeof name)[]).filter(
    (group) => account.served[group].length > 0,
  );
  if (shown.length === 0) return null;
  return (
    <Section title={t("account.served")}>
      <p className="muted">{t("account.servedHow")}</p>
      {shown.map((group) => (
        <Table<ServedGroup>
          key={group}
          caption={t(`account.by.${group}`)}
          rows={account.served[group]}
          rowKey={({ key }) => key}
          columns={[
            { key: "group", label: t("account.group"), cell: ({ key }) => name[group](key) },
            {
              key: "received",
              label: t("account.received"),
              numeric: true,
              cell: ({ received }) => received,
            },
            { key: "asked", label: t("account.asked"), numeric: true, cell: ({ asked }) => asked },
          ]}
        />
      ))}
    </Section>
  );
}

function Slot({ slot, account }: { slot: SlotLine; account: QuestionAccount }) {
  const { t } = useTranslation(["questions", "live-session"]);
  const language = useLanguage();
  const why = useWhy(account.sites);
  return (
    <article className="stack">
      <h3>{t("account.slot", { number: slot.number })}</h3>
      <p className="muted">
        {formatDateTime(language, slot.madeAt)} · {t(`account.drawnIn.${slot.drawnIn}`)}{" "}
        <code className="slot-seed">{slot.seed}</code>
      </p>
      <p>{t("account.pool", { count: slot.pool.length, numbers: slot.pool.join(", ") })}</p>
      <ol>
        {slot.picks.map((pick) => (
          <li key={pick.number}>
            <strong>{t("live-session:question.number", { number: pick.number })}</strong> ·{" "}
            {why(pick.why)}
          </li>
        ))}
      </ol>
    </article>
  );
}
