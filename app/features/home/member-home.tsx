import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { Happening } from "#wire/assembly.ts";
import type { HomeItem, HomeItems } from "#wire/home.ts";
import { LatestResults, NextAssembly } from "./happening-sections.tsx";
import { HomeList } from "./home-list.tsx";
import "./home.css";

type Props = { name: string; happening: Happening; items: HomeItems };

/** For whoever is signed in: what is happening, what waits for them, what became of what they did. */
export function MemberHome({ name, happening, items }: Props) {
  const { t } = useTranslation(["home", "common"]);
  const { now, waits, became, could } = items;
  // What everybody is told is not yet something of one's own.
  const own = [...now, ...waits, ...became].filter(({ key }) => key !== "notices");
  const isNew = own.length + happening.openVotes.length === 0;
  return (
    <Page title={t("common:home.greeting", { name })}>
      <div className="own-home">
        <NextAssembly
          happening={happening}
          enter={happening.openVotes.length > 0 ? "quiet" : "primary"}
        />
        {now.length > 0 && (
          <Section title={t("now.title")}>
            <HomeList items={now} />
          </Section>
        )}
        {isNew && <Joinable items={could} lead />}
        {(!isNew || waits.length > 0) && <Waiting votes={happening.openVotes} items={waits} />}
        {became.length > 0 && (
          <Section title={t("became.title")}>
            <HomeList items={became} open={1} />
          </Section>
        )}
        {!isNew && could.length > 0 && <Joinable items={could} />}
        <LatestResults results={happening.results} open={1} />
      </div>
      <p>
        <Link to="/solicitations">{t("asked")}</Link>
      </p>
    </Page>
  );
}

function Waiting({ votes, items }: { votes: Happening["openVotes"]; items: HomeItem[] }) {
  const { t } = useTranslation(["home", "common"]);
  return (
    <Section
      title={t("common:home.waitingTitle")}
      action={<Link to="/notifications">{t("waits.all")}</Link>}
    >
      {votes.length + items.length === 0 ? (
        <EmptyState title={t("common:home.waitingNone.title")}>
          <p>{t("waits.none")}</p>
        </EmptyState>
      ) : (
        <HomeList items={items}>
          {votes.map((vote, index) => (
            <li
              key={`${vote.decisionId} ${vote.elector ?? ""}`}
              className="waiting-item waiting-vote"
            >
              <div>
                <p className="waiting-sign">{t("common:home.openVote")}</p>
                <p className="waiting-title">
                  <Words of={vote.title} tagged />
                </p>
                {vote.elector && (
                  <p className="muted">{t("common:home.voteFor", { name: vote.elector })}</p>
                )}
              </div>
              <ButtonLink
                to={`/decisions/${vote.decisionId}`}
                tone={index === 0 ? "primary" : "quiet"}
              >
                {t("common:home.vote")}
              </ButtonLink>
            </li>
          ))}
        </HomeList>
      )}
    </Section>
  );
}

/** What somebody could join soon, near them and in their language. */
function Joinable({ items, lead = false }: { items: HomeItem[]; lead?: boolean }) {
  const { t } = useTranslation("home");
  return (
    <Section title={t("could.title")}>
      {lead && <p>{t("could.lead")}</p>}
      {items.length > 0 ? (
        <HomeList items={items} open={lead ? 3 : 1} />
      ) : (
        <EmptyState
          title={t("could.none.title")}
          action={<ButtonLink to="/smartlab">{t("could.none.see")}</ButtonLink>}
        >
          <p>{t("could.none.body")}</p>
        </EmptyState>
      )}
    </Section>
  );
}
