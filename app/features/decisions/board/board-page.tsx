import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatList } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DecisionSheet } from "../decision-sheet.tsx";
import { Fingerprint } from "../urns/fingerprint.tsx";
import { BoardLines } from "./board-lines.tsx";
import { BoardSearch, type Search } from "./board-search.tsx";
import { LedgerTable } from "./ledger-table.tsx";
import type { LoadedBoard } from "./load-board.server.ts";
import { RollAnswers } from "./roll-answers.tsx";
import "./board.css";

type BoardPageProps = Omit<LoadedBoard, "title"> & { search?: Search };

/** What anybody can check of a secret vote: their ballot, the ledger, the fingerprint, the count. */
export function BoardPage({ page, board, roll, search }: BoardPageProps) {
  const { t } = useTranslation("ballot-box");
  return (
    <DecisionSheet page={page} kind={t("decisions:board.title")}>
      {board ? (
        <>
          <p>{t("board.lead", { count: board.size })}</p>
          <BoardSearch decisionId={page.id} search={search} />
          <section className="board-part stack" aria-labelledby="ledger">
            <h2 id="ledger">{t("ledger.title")}</h2>
            <LedgerTable ledger={board.ledger} opened={board.opened} />
          </section>
          <Head board={board} />
          <RollAnswers roll={roll} />
          <Recount decisionId={page.id} bundle={board.bundle} />
          <BoardLines decisionId={page.id} board={board} />
        </>
      ) : (
        <>
          <EmptyState
            title={t("board.notYet")}
            action={
              <ButtonLink to={`/decisions/${page.id}`}>{t("decisions:result.toBallot")}</ButtonLink>
            }
          >
            {t("board.notYetBody")}
          </EmptyState>
          <RollAnswers roll={roll} />
        </>
      )}
    </DecisionSheet>
  );
}

type Board = NonNullable<LoadedBoard["board"]>;

/** One line that stands for the whole board: who wrote it down would see any change. */
function Head({ board }: { board: Board }) {
  const { t } = useTranslation("ballot-box");
  const language = useLanguage();
  return (
    <section className="board-part stack" aria-labelledby="head">
      <h2 id="head">{t("head.title")}</h2>
      <p>{t("head.why")}</p>
      <Fingerprint hex={board.head} />
      <details>
        <summary>{t("head.whole")}</summary>
        <code className="board-hash">{board.head}</code>
      </details>
      {board.decision.seal === "scrutineers" && (
        <p>
          {board.attestedBy.length > 0
            ? t("head.attested", {
                count: board.attestedBy.length,
                names: formatList(language, board.attestedBy),
              })
            : t(board.stage === "opened" ? "head.notAttested" : "head.notOpened")}
        </p>
      )}
    </section>
  );
}

function Recount({ decisionId, bundle }: { decisionId: string; bundle: boolean }) {
  const { t } = useTranslation("ballot-box");
  return (
    <section className="board-part stack" aria-labelledby="recount">
      <h2 id="recount">{t("recount.title")}</h2>
      <p>{t("recount.why")}</p>
      {bundle ? (
        <>
          <p className="row not-printed">
            <a
              className="button button-quiet"
              href={`/decisions/${decisionId}/bundle.json`}
              download
            >
              {t("recount.download")}
            </a>
            <Link to="/recount">{t("recount.here")}</Link>
          </p>
          <p className="small">
            {t("recount.command")} <code>npm run recount -- bundle.json</code>
          </p>
        </>
      ) : (
        <p className="muted">{t("recount.later")}</p>
      )}
    </section>
  );
}
