import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { textField } from "#app/features/live-session/form-field.ts";
import { Button } from "#app/ui/button.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { TextArea } from "#app/ui/field.tsx";
import type { HeldBallot } from "./held-ballots.ts";
import { forgetMoved, keepMoved, readMoveCode, writeMoveCode } from "./move-code.ts";

/** The ballots of this browser as a code to paste into another one. */
export function MoveAway({ held }: { held: HeldBallot[] }) {
  const { t } = useTranslation("ballot-box");
  const [copied, setCopied] = useState(false);
  const code = writeMoveCode(held);
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    setCopied(true);
  };
  return (
    <details className="move-ballots not-printed">
      <summary>{t("move.away")}</summary>
      <div className="stack">
        <p>{t("move.awayHow")}</p>
        <p>{t("move.awayCare")}</p>
        <TextArea label={t("move.code")} value={code} readOnly rows={3} spellCheck={false} />
        <p className="row">
          <Button type="button" tone="quiet" onClick={() => void copy()}>
            {t("move.copy")}
          </Button>
          <span role="status">{copied && t("move.copied")}</span>
        </p>
        <Confirm label={t("move.forget")} why={t("move.forgetWhy")}>
          <Button type="button" tone="stop" onClick={() => void forgetMoved(held)}>
            {t("move.forgetNow")}
          </Button>
        </Confirm>
      </div>
    </details>
  );
}

/** Takes in a code from another browser. */
export function MoveHere({ assemblyId, electorIds }: { assemblyId: string; electorIds: string[] }) {
  const { t } = useTranslation("ballot-box");
  const [problem, setProblem] = useState<"unreadable" | "foreign">();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const moved = readMoveCode(textField(new FormData(event.currentTarget), "code"));
    const own = moved?.filter(
      (one) => one.assemblyId === assemblyId && electorIds.includes(one.electorId),
    );
    setProblem(own ? (own.length === 0 ? "foreign" : undefined) : "unreadable");
    if (own) void keepMoved(own);
  };
  return (
    <details className="move-ballots not-printed">
      <summary>{t("move.here")}</summary>
      <form className="stack" onSubmit={onSubmit}>
        <TextArea
          name="code"
          label={t("move.code")}
          help={t("move.hereHow")}
          error={problem && t(`move.${problem}`)}
          rows={3}
          spellCheck={false}
          autoComplete="off"
        />
        <Button tone="quiet">{t("move.keep")}</Button>
      </form>
    </details>
  );
}
