import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate, formatNumber, formatTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Spine, Station } from "#app/ui/spine.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { AssemblyItem, AssemblyPage } from "#wire/assembly.ts";
import { AssemblyLinks } from "./assembly-links.tsx";
import { DecisionLine } from "./decision-line.tsx";
import { DocumentList } from "./document-list.tsx";
import { ErrataList } from "./errata-list.tsx";

type AssemblyViewProps = {
  assembly: AssemblyPage;
  /** Whether this reader prepares its votes. */
  mayDesign: boolean;
  /** Whether this reader convenes it, and sees the proof that it was. */
  mayConvene: boolean;
};

/** One assembly: when and where, the way in, and the agenda with all that hangs on it. */
export function AssemblyView({ assembly, mayDesign, mayConvene }: AssemblyViewProps) {
  const { t } = useTranslation("assembly");
  const language = useLanguage();
  const live = assembly.phase === "live";
  return (
    <Page
      kicker={<Link to="/assembly">{t("backToList")}</Link>}
      title={<Words of={assembly.title} tagged />}
      lead={
        <p>
          <time dateTime={new Date(assembly.startsAt).toISOString()}>
            {formatDate(language, assembly.day, "full")}{" "}
            {t("at", { time: formatTime(language, assembly.startsAt) })}
          </time>
          {assembly.place && <>, {assembly.place}</>}
        </p>
      }
      actions={<Doors assembly={assembly} mayDesign={mayDesign} mayConvene={mayConvene} />}
    >
      <div className="row">
        <Tag tone={live ? "canopy" : "plain"}>{t(`phase.${assembly.phase}`)}</Tag>
        <p className="muted">
          {assembly.roll
            ? t("roll", {
                persons: formatNumber(language, assembly.roll.persons),
                date: formatDate(language, assembly.roll.asOf),
              })
            : assembly.phase !== "closed" && t("rollLater")}
        </p>
      </div>
      <AssemblyLinks assembly={assembly} />
      <Agenda items={assembly.items} />
      {assembly.errata.length > 0 && (
        <Section title={t("errata.title")}>
          <ErrataList errata={assembly.errata} />
        </Section>
      )}
      {assembly.phase !== "prepared" && <QuestionLinks slug={assembly.slug} />}
    </Page>
  );
}

/** Where this reader goes from here: into the session, or to what they prepare. */
function Doors({ assembly: { slug, phase }, mayDesign, mayConvene }: AssemblyViewProps) {
  const { t } = useTranslation("assembly");
  const entered = phase === "live";
  return (
    <>
      {(entered || phase === "convened") && (
        <ButtonLink to={`/live-session/${slug}`}>{t(entered ? "enter" : "follow")}</ButtonLink>
      )}
      {mayConvene && (
        <ButtonLink to={`/assembly/${slug}/convocation`} tone="quiet">
          {t("convene")}
        </ButtonLink>
      )}
      {mayDesign && (
        <ButtonLink to={`/decisions/new?assembly=${slug}`} tone="quiet">
          {t("design")}
        </ButtonLink>
      )}
    </>
  );
}

function Agenda({ items }: { items: AssemblyItem[] }) {
  const { t } = useTranslation("assembly");
  return (
    <Section title={t("agenda")}>
      {items.length === 0 ? (
        <EmptyState title={t("empty.title")}>
          <p>{t("empty.body")}</p>
        </EmptyState>
      ) : (
        <Spine label={t("agenda")}>
          {items.map((item) => (
            <Station
              key={item.id}
              id={`item-${item.position}`}
              position={item.position}
              purpose={item.purpose}
              phase={item.phase}
              title={<Words of={item.title} tagged />}
              about={item.minutes > 0 && t("minutes", { count: item.minutes })}
            >
              <ItemBody item={item} />
            </Station>
          ))}
        </Spine>
      )}
    </Section>
  );
}

/** Where everybody can follow what was asked and what is owed. */
function QuestionLinks({ slug }: { slug: string }) {
  const { t } = useTranslation("assembly");
  return (
    <Section title={t("questions.heading")}>
      <ul>
        <li>
          <Link to={`/assembly/${slug}/answers`}>{t("questions.answers")}</Link>
        </li>
        <li>
          <Link to={`/assembly/${slug}/questions`}>{t("questions.account")}</Link>
        </li>
      </ul>
    </Section>
  );
}

function ItemBody({ item }: { item: AssemblyItem }) {
  return (
    <>
      <p>
        <Words of={item.summary} tagged />
      </p>
      {item.documents.length > 0 && <DocumentList documents={item.documents} />}
      {item.decisions.map((decision) => (
        <DecisionLine key={decision.id} decision={decision} level={4} />
      ))}
    </>
  );
}
