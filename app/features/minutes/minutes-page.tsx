import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { MinutesPage as Minutes } from "#wire/minutes.ts";
import { PrintButton } from "#app/features/decisions/print-button.tsx";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { BeginMinutes, DraftSectionForm, FreezeMinutes } from "./draft-forms.tsx";
import { FrozenEnd } from "./frozen-end.tsx";
import { MinutesText } from "./minutes-text.tsx";
import "./minutes.css";

type Props = { page: Minutes; answer: ActAnswer | undefined };

/** The minutes of one assembly: written by the record, worded by the secretary, then frozen. */
export function MinutesPage({ page, answer }: Props) {
  const { t } = useTranslation("minutes");
  const { assembly, state } = page;
  return (
    <Page
      kicker={
        <Link to={`/assembly/${assembly.slug}`}>
          <Words of={assembly.title} />
        </Link>
      }
      title={t("title")}
      lead={
        state !== "none" && (
          <p className="row">
            <Tag tone={state === "draft" ? "ochre" : "canopy"}>{t(`${state}.sign`)}</Tag>
          </p>
        )
      }
      actions={state !== "none" && <Files slug={assembly.slug} />}
    >
      {answer && !answer.ok && <RefusalNote refusal={answer.refusal} />}
      <Body page={page} answer={answer} />
    </Page>
  );
}

function Body({ page, answer }: Props) {
  const { t } = useTranslation("minutes");
  switch (page.state) {
    case "none":
      return page.may.write && page.assembly.phase !== "convened" ? (
        <BeginMinutes page={page} />
      ) : (
        <EmptyState title={t("none.title")}>
          <p>{t("none.body")}</p>
        </EmptyState>
      );
    case "draft":
      return (
        <>
          <Notice tone="wait">
            <p>{t("draft.notice")}</p>
          </Notice>
          <MinutesText
            document={page.document}
            under={(key) =>
              page.may.write && <DraftSectionForm page={page} section={key} answer={answer} />
            }
          />
          {page.may.write && <FreezeMinutes page={page} />}
          {page.may.write && <BeginMinutes page={page} current={page.document.language} />}
        </>
      );
    case "frozen":
      return (
        <>
          <MinutesText document={page.document} />
          <FrozenEnd page={page} answer={answer} />
        </>
      );
  }
}

function Files({ slug }: { slug: string }) {
  const { t } = useTranslation("minutes");
  return (
    <p className="row not-printed">
      <a href={`/assembly/${slug}/minutes.pdf`} className="button button-quiet">
        {t("files.pdf")}
      </a>
      <a href={`/assembly/${slug}/minutes.json`} className="button button-quiet">
        {t("files.json")}
      </a>
      <PrintButton>{t("files.print")}</PrintButton>
    </p>
  );
}
