import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ItemList } from "#app/features/ledger/item-list.tsx";
import { formatDate, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Stat, Stats } from "#app/ui/stat.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { inLanguage } from "#domain/kernel/languages.ts";
import type { PreviousPage as Loaded, SomeItems } from "#wire/workers-book.ts";
import { LineNav } from "../line-nav.tsx";
import "../../ledger/ledger.css";
import "./book.css";

type Before = NonNullable<Loaded["previous"]>;

/** What became of all that the assembly before this one asked for: this one opens with it. */
export function PreviousPage({ page: { head, previous } }: { page: Loaded }) {
  const { t } = useTranslation("workers-book");
  const language = useLanguage();
  const lead = previous && (
    <p>
      {t("previous.lead", {
        date: formatDate(language, previous.on),
        title: inLanguage(previous.titles, language)?.value ?? "",
      })}
    </p>
  );
  return (
    <Page
      wide
      kicker={t("previous.kicker")}
      title={t("previous.title")}
      lead={lead}
      actions={
        previous &&
        head.stage === "gathering" && (
          <ButtonLink to={`/workers-assembly/${head.slug}/proposals/new`}>
            {t("previous.propose")}
          </ButtonLink>
        )
      }
    >
      <LineNav head={head} />
      {previous ? (
        <Became previous={previous} />
      ) : (
        <EmptyState title={t("previous.none.title")}>
          <p>{t("previous.none.text")}</p>
        </EmptyState>
      )}
    </Page>
  );
}

function Became({ previous }: { previous: Before }) {
  const { t } = useTranslation("workers-book");
  const { slug, on, today, late, open, closed } = previous;
  return (
    <>
      <Numbers previous={previous} />
      <Form method="get" className="row ledger-day">
        <Field label={t("previous.day")} name="on" type="date" max={today} defaultValue={on} />
        <Button tone="quiet">{t("previous.show")}</Button>
      </Form>
      <Items title={t("previous.lateTitle")} how={t("previous.lateHow")} some={late} />
      <Items title={t("previous.openTitle")} how={t("previous.openHow")} some={open} />
      <Items title={t("previous.closedTitle")} some={closed} />
      <p className="muted small">{t("previous.how")}</p>
      <p>
        <Link to={`/workers-assembly/${slug}/book`}>{t("previous.book")}</Link>
      </p>
    </>
  );
}

/** Where they all stand, and by theme. */
function Numbers({ previous: { total, themes } }: { previous: Before }) {
  const { t } = useTranslation("workers-book");
  const language = useLanguage();
  const number = (value: number) => formatNumber(language, value);
  const answered = total.accepted + total.adapted + total.refused + total.referred;
  type Row = Before["themes"][number];
  const told = ["entered", "waiting", "late", "done"] as const;
  const labels = {
    entered: t("previous.entered"),
    waiting: t("previous.waiting"),
    late: t("previous.late"),
    done: t("previous.done"),
  };
  const columns: Column<Row>[] = [
    {
      key: "theme",
      label: t("previous.theme"),
      cell: ({ titles }) => <Words of={titles} tagged />,
    },
    ...told.map((key) => ({
      key,
      label: labels[key],
      numeric: true,
      cell: ({ counts }: Row) => number(counts[key]),
    })),
  ];
  return (
    <>
      <p>
        {t("previous.sentence", {
          entered: number(total.entered),
          answered: number(answered),
          waiting: number(total.waiting),
          late: number(total.late),
          done: number(total.done),
        })}
      </p>
      <Stats>
        <Stat value={number(total.entered)} label={labels.entered} />
        <Stat value={number(answered)} label={t("previous.answered")} />
        <Stat value={number(total.late)} label={labels.late} />
        <Stat value={number(total.done)} label={labels.done} />
      </Stats>
      <Section title={t("previous.byTheme")}>
        <Table
          caption={t("previous.title")}
          captionHidden
          columns={columns}
          rows={themes}
          rowKey={({ titles }) => Object.values(titles).join("/")}
        />
      </Section>
    </>
  );
}

function Items({ title, how, some }: { title: string; how?: string; some: SomeItems }) {
  const { t } = useTranslation("workers-book");
  const { count, items } = some;
  if (count === 0) return null;
  return (
    <Section title={`${title} (${count})`}>
      {how && <p className="muted">{how}</p>}
      <ItemList items={items} />
      {count > items.length && (
        <p>
          <Link to="/ledger?kind=demand">
            {t("previous.more", { count: count - items.length })}
          </Link>
        </p>
      )}
    </Section>
  );
}
