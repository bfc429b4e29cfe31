import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate, languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Stat, Stats } from "#app/ui/stat.tsx";
import { Table } from "#app/ui/table.tsx";
import type { BoardPage as Loaded } from "#wire/codev-board.ts";
import { BoardCycles } from "./board-cycles.tsx";
import { BoardPool } from "./board-pool.tsx";
import { MakeGroup } from "./make-group.tsx";
import { Published } from "./published.tsx";
import { RefusedForm } from "./refused-form.tsx";
import "./codev.css";

type Props = { page: Loaded };

/** What organisers see: who waits, which groups could begin, and four things of each session. */
export function BoardPage({ page }: Props) {
  const { t } = useTranslation("codev");
  return (
    <Page
      wide
      kicker={<Link to="/codev">{t("title")}</Link>}
      title={t("board.title")}
      lead={<p>{t("board.lead")}</p>}
    >
      <RefusedForm />
      <Forecast page={page} />
      <Section title={t("board.proposals", { count: page.proposals.length })}>
        {page.proposals.length === 0 && (
          <EmptyState title={t("board.noProposal")}>
            <p>{t("board.noProposalText")}</p>
          </EmptyState>
        )}
        <ul className="codev-list">
          {page.proposals.map((group) => (
            <MakeGroup key={group.ids.join()} page={page} group={group} />
          ))}
        </ul>
      </Section>
      <BoardCycles page={page} />
      <Published sums={page.sums} />
      {!page.sums.sessions && <p className="muted">{t("evaluated.notYet")}</p>}
      <Waiting page={page} />
      <BoardPool page={page} />
    </Page>
  );
}

function Forecast({ page: { possible } }: Props) {
  const { t } = useTranslation("codev");
  const language = useLanguage();
  const shown = possible.filter(({ waiting, groups }) => waiting > 0 || groups > 0);
  if (shown.length === 0) return null;
  return (
    <Section title={t("board.forecast")}>
      <Stats>
        {shown.map((one) => (
          <Stat
            key={one.language}
            value={one.groups}
            label={t("board.groupsPossible", { language: languageName(one.language, language) })}
            of={t("board.waiting", { count: one.waiting })}
          />
        ))}
      </Stats>
    </Section>
  );
}

function Waiting({ page: { applicants, offices, lists } }: Props) {
  const { t } = useTranslation("codev");
  const language = useLanguage();
  if (applicants.length === 0 && lists.queue.page === 1) return null;
  const officeOf = (id: string | undefined) => offices.find((office) => office.id === id)?.name;
  return (
    <Section title={t("board.applicants", { count: lists.queue.total })}>
      <Table
        caption={t("board.queue")}
        captionHidden
        rows={applicants}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", label: t("board.name"), cell: ({ name }) => name },
          {
            key: "language",
            label: t("language"),
            cell: (one) => languageName(one.language, language),
          },
          {
            key: "mode",
            label: t("mode.legend"),
            cell: ({ mode, officeId }) =>
              mode === "room" ? (officeOf(officeId) ?? t("mode.room")) : t("mode.online"),
          },
          { key: "trade", label: t("apply.trade"), cell: ({ trade }) => trade },
          {
            key: "state",
            label: t("board.interview"),
            cell: ({ state }) => t(`board.applicant.${state}`),
          },
          {
            key: "asked",
            label: t("board.since"),
            cell: ({ asked }) => formatDate(language, asked),
          },
        ]}
      />
      <Pager
        name="queue"
        list={lists.queue}
        words={{
          heading: t("board.queue"),
          before: t("board.queueNewer"),
          after: t("board.queueOlder"),
        }}
      />
    </Section>
  );
}
