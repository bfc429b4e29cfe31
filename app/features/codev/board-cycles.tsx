import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { formatDate, languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Confirm } from "#app/ui/confirm.tsx";
import { Select } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Table } from "#app/ui/table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { SIDES } from "#domain/codev/words.ts";
import type { BoardCycle, BoardPage } from "#wire/codev-board.ts";

/** Every cycle with four things of each session: held, how many were there, the mood, an incident. */
export function BoardCycles({ page }: { page: BoardPage }) {
  const { t } = useTranslation("codev");
  const language = useLanguage();
  const list = page.lists.cycles;
  if (page.cycles.length === 0 && list.page === 1) return null;
  return (
    <Section title={t("board.cycles", { count: list.total })}>
      <p className="muted">{t("board.onlyFour")}</p>
      <ul className="codev-list">
        {page.cycles.map((cycle) => (
          <li key={cycle.id} className="codev-card">
            <p className="codev-card-name">
              {cycle.name} <Tag>{t(`cycle.state.${cycle.state}`)}</Tag>
            </p>
            <p className="muted">
              {[
                languageName(cycle.language, language),
                cycle.mode === "room" ? cycle.office : t("mode.online"),
                t("board.members", { count: cycle.members }),
                cycle.invited > 0 && t("board.invited", { count: cycle.invited }),
                cycle.state === "signing" && t("board.cleared", { count: cycle.cleared }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {cycle.state === "closed" ? (
              <details className="codev-fold">
                <summary>{t("board.past", { count: heldIn(cycle) })}</summary>
                <Sessions cycle={cycle} />
              </details>
            ) : (
              cycle.sessions && <Sessions cycle={cycle} />
            )}
            <Acts page={page} cycle={cycle} />
          </li>
        ))}
      </ul>
      <Pager
        name="cycles"
        list={list}
        words={{
          heading: t("board.pages"),
          before: t("board.newer"),
          after: t("board.older"),
        }}
      />
    </Section>
  );
}

const heldIn = ({ sessions = [] }: BoardCycle) =>
  sessions.filter(({ state }) => state === "closed").length;

function Sessions({ cycle }: { cycle: BoardCycle }) {
  const { t } = useTranslation("codev");
  const language = useLanguage();
  const sessions = cycle.sessions ?? [];
  const next = sessions.find(({ state }) => state === "planned");
  return (
    <Table
      caption={t("board.sessionsOf", { name: cycle.name })}
      captionHidden
      rows={sessions
        .filter(({ state }) => state !== "planned" && state !== "cancelled")
        .concat(next ?? [])}
      rowKey={({ position }) => String(position)}
      columns={[
        { key: "day", label: t("board.day"), cell: ({ day }) => formatDate(language, day) },
        {
          key: "state",
          label: t("board.held"),
          cell: ({ state, spare }) =>
            spare && state === "planned" ? t("session.spare") : t(`session.state.${state}`),
        },
        { key: "present", label: t("board.present"), numeric: true, cell: (one) => one.present },
        {
          key: "mood",
          label: t("report.mood"),
          cell: ({ mood }) => (mood ? t(`mood.${mood}`) : ""),
        },
        {
          key: "incident",
          label: t("board.incident"),
          cell: ({ incident }) =>
            incident === undefined ? "" : t(incident ? "board.yes" : "board.no"),
        },
      ]}
    />
  );
}

function Acts({ page, cycle }: { page: BoardPage; cycle: BoardCycle }) {
  const { t } = useTranslation("codev");
  const fields = { cycleId: cycle.id };
  if (cycle.state !== "signing" && cycle.state !== "running") return null;
  const candidates = page.applicants.filter(
    (one) => one.language === cycle.language && one.mode === cycle.mode,
  );
  const held = heldIn(cycle);
  return (
    <details className="codev-fold">
      <summary>{t("board.more")}</summary>
      <div className="stack">
        {SIDES.map((side) => (
          <PostedAct
            key={side}
            act="codev.replace-facilitator"
            fields={{ ...fields, side }}
            label={t("board.replace")}
          >
            <Select
              label={t(`board.replaceBy.${side}`)}
              name="personId"
              options={page.facilitators
                .filter((one) => one.side === side && one.stage !== "learning")
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          </PostedAct>
        ))}
        {cycle.state === "running" && held < 2 && candidates.length > 0 && (
          <PostedAct act="codev.propose-newcomer" fields={fields} label={t("board.propose")}>
            <Select
              label={t("board.newcomer")}
              name="personId"
              options={candidates.map(({ id, name, trade }) => ({
                value: id,
                label: `${name} (${trade})`,
              }))}
            />
          </PostedAct>
        )}
        {cycle.state === "signing" && (
          <Confirm label={t("board.cancel")} why={t("board.cancelWhy")}>
            <PostedAct
              act="codev.cancel-cycle"
              fields={fields}
              label={t("board.cancelNow")}
              tone="stop"
            />
          </Confirm>
        )}
      </div>
    </details>
  );
}
