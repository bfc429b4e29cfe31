import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Shape } from "#app/ui/shape.tsx";
import type { FromProposal, ItemPage } from "#wire/ledger-pages.ts";

type Step = { name: "entered" | "debated" | "answered" | "promised" | "done"; day?: string };

/** A demand's road: where it came from, where it is, and what is still owed. */
export function Road({ page }: { page: ItemPage }) {
  const { t } = useTranslation("ledger");
  const language = useLanguage();
  const steps = stepsOf(page);
  return (
    <ol className="ledger-road" aria-label={t("road.title")}>
      {page.proposal && <FromWorkers proposal={page.proposal} />}
      {steps.map(({ name, day, done }) => (
        <li key={name} className={done ? "ledger-step-done" : "ledger-step-open"}>
          <Shape name={done ? "circle" : "ring"} />
          <span>
            {t(`road.${name}.${done ? "done" : "open"}`, {
              who: t(`addressee.${page.item.addressee}`),
            })}
            {day && <span className="muted small"> {formatDate(language, day)}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The road of a workers' demand before it came to the ledger, each station with its page. */
function FromWorkers({ proposal }: { proposal: FromProposal }) {
  const { t } = useTranslation("ledger");
  const { slug, code, chosen, book, sources } = proposal;
  const home = `/workers-assembly/${slug}`;
  return (
    <>
      {sources.map(({ kind, label, language, link }) => (
        <Passed key={`${kind} ${label}`}>
          {t(`road.source.${kind}`)} <Source label={label} language={language} link={link} />
        </Passed>
      ))}
      <Passed>
        <Link to={`${home}/proposals/${code}`}>{t("road.proposed", { code })}</Link>
      </Passed>
      <Passed>
        {chosen ? (
          <Link to={`${home}/day/${code}`}>{t("road.chosen")}</Link>
        ) : (
          <Link to={`${home}/ranking/result`}>{t("road.notChosen")}</Link>
        )}
      </Passed>
      {book && (
        <Passed>
          <Link to={`${home}/book#${code}`}>{t("road.book")}</Link>
        </Passed>
      )}
    </>
  );
}

function Source({ label, language, link }: Omit<FromProposal["sources"][number], "kind">) {
  return link ? (
    <Link to={link} lang={language}>
      {label}
    </Link>
  ) : (
    <span lang={language}>{label}</span>
  );
}

function Passed({ children }: { children: ReactNode }) {
  return (
    <li className="ledger-step-done">
      <Shape name="circle" />
      <span>{children}</span>
    </li>
  );
}

type Walked = Step & { done: boolean };

/** The steps that lie on this item's road; a refusal ends it. */
function stepsOf({ item, moves, proposal }: ItemPage): Walked[] {
  const begun: Walked[] = [
    { name: "entered", done: true, ...dayed(item.enteredOn) },
    ...(item.debated && !proposal ? [{ name: "debated", done: true } as const] : []),
  ];
  if (item.state === "waiting") {
    return [...begun, { name: "answered", done: false, ...dayed(item.dueOn) }, ...stepsOn(item)];
  }
  if (item.state !== "answered") return begun;
  const answer = moves.findLast(({ event }) => event === "answered");
  const answered: Walked = { name: "answered", done: true, ...dayed(dayOf(answer)) };
  if (item.outcome === "refused") return [...begun, answered];
  if (item.progress !== "done") return [...begun, answered, ...stepsOn(item)];
  const done = moves.find(({ progress }) => progress === "done");
  return [...begun, answered, { name: "done", done: true, ...dayed(dayOf(done)) }];
}

/** What is still to come once there is an answer. */
function stepsOn({ promisedOn }: ItemPage["item"]): Walked[] {
  const promised = { name: "promised", done: false, ...dayed(promisedOn) } as const;
  return [...(promisedOn ? [promised] : []), { name: "done", done: false }];
}

const dayed = (day: string | undefined) => (day ? { day } : {});
const dayOf = (move: { at: number } | undefined) => move && new Date(move.at).toISOString();
