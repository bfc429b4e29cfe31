import { useTranslation } from "react-i18next";
import { Fold } from "#app/features/live-session/fold.tsx";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { Tag, type TagTone } from "#app/ui/tag.tsx";
import {
  AMENDMENT_OUTCOMES,
  type AmendmentState,
  mayAmend,
  WORD_MOST,
} from "#domain/workers-assembly/debate.ts";
import type { Amendment, DebatePage } from "#wire/workers-day-pages.ts";
import { TextFields } from "./text-fields.tsx";
import { TextDiff } from "./word-diff.tsx";

const TONES: Record<AmendmentState, TagTone> = {
  open: "ochre",
  taken: "canopy",
  changed: "canopy",
  declined: "clay",
  withdrawn: "plain",
};

/** Changes that people propose to the text, what the room made of each, and a form for one's own. */
export function AmendmentsPart({ page }: { page: DebatePage }) {
  const { t } = useTranslation("workers-day");
  const { debate, amendments, versions, rights } = page;
  const last = versions.at(-1)!;
  const open = rights.speak && mayAmend(debate.step);
  if (amendments.length === 0 && !open) return null;
  return (
    <Section id="amendments" title={t("amendments.title", { count: amendments.length })}>
      <ol className="debate-list">
        {amendments.map((one) => (
          <AmendmentPiece key={one.number} page={page} amendment={one} />
        ))}
      </ol>
      {open && (
        <Fold label={t("amendments.propose")} tone="primary">
          <PostedAct
            act="debate.amend"
            fields={{ debateId: debate.id, version: String(last.version) }}
            label={t("amendments.send")}
            tone="primary"
            clears
          >
            <p className="muted">{t("amendments.help")}</p>
            <TextFields key={last.version} base={last} language={debate.language} />
            <TextArea
              name="why"
              label={t("amendments.why")}
              help={t("words.unnamed")}
              rows={2}
              maxLength={WORD_MOST}
            />
          </PostedAct>
        </Fold>
      )}
    </Section>
  );
}

function AmendmentPiece({ page, amendment }: { page: DebatePage; amendment: Amendment }) {
  const { t } = useTranslation("workers-day");
  const { debate, versions } = page;
  const { number, ofVersion, state, onLast } = amendment;
  const last = versions.at(-1)!;
  const base = onLast ? last : versions.find(({ version }) => version === ofVersion)!;
  return (
    <li className="debate-piece" id={`a${number}`}>
      <div className="row">
        <h3 className="debate-number">{t("amendments.number", { number })}</h3>
        <Tag tone={TONES[state]}>{t(`amendments.state.${state}`)}</Tag>
        {amendment.inVersion !== undefined && (
          <Tag>{t("text.version", { version: amendment.inVersion })}</Tag>
        )}
        {amendment.mine && <Tag tone="lake">{t("amendments.yours")}</Tag>}
      </div>
      <TextDiff before={base} after={onLast ?? amendment} language={debate.language} />
      {onLast && <p className="small muted">{t("amendments.moved", { version: ofVersion })}</p>}
      <p>
        <strong>{t("amendments.because")}</strong>{" "}
        <span lang={debate.language}>{amendment.why}</span>
      </p>
      {amendment.answer !== "" && (
        <p className="debate-answer">
          <strong>{t("amendments.answer")}</strong>{" "}
          <span lang={debate.language}>{amendment.answer}</span>
        </p>
      )}
      {state === "open" && <Waiting page={page} amendment={amendment} />}
    </li>
  );
}

/** What can still be done with one that waits: by who wrote it, and by who facilitates. */
function Waiting({ page, amendment }: { page: DebatePage; amendment: Amendment }) {
  const { t } = useTranslation("workers-day");
  const { debate, rights } = page;
  const { number, clashes, mine } = amendment;
  const numbers = clashes.map((one) => t("amendments.number", { number: one })).join(", ");
  return (
    <>
      {clashes.length > 0 && (
        <Notice tone="wait">
          <p>{t("amendments.clash", { count: clashes.length, numbers })}</p>
        </Notice>
      )}
      {mine && rights.speak && (
        <PostedAct
          act="debate.withdraw-amendment"
          fields={{ debateId: debate.id, number: String(number) }}
          label={t("amendments.withdraw")}
        />
      )}
      {rights.facilitate && mayAmend(debate.step) && <Settle page={page} amendment={amendment} />}
    </>
  );
}

/** What the room made of it: the text that comes of it can still be changed here. */
function Settle({ page, amendment }: { page: DebatePage; amendment: Amendment }) {
  const { t } = useTranslation("workers-day");
  const { debate, versions } = page;
  const last = versions.at(-1)!;
  return (
    <Fold label={t("amendments.settle")}>
      <PostedAct
        act="debate.settle-amendment"
        fields={{
          debateId: debate.id,
          number: String(amendment.number),
          version: String(last.version),
        }}
        label={t("amendments.settleDo")}
      >
        <Choices legend={t("amendments.outcome")}>
          {AMENDMENT_OUTCOMES.map((outcome) => (
            <Choice
              key={outcome}
              name="outcome"
              value={outcome}
              required
              label={t(`amendments.outcomes.${outcome}`)}
            />
          ))}
        </Choices>
        <TextFields
          key={last.version}
          base={last}
          initial={amendment.onLast ?? amendment}
          language={debate.language}
        />
        <TextArea
          name="reason"
          label={t("text.why")}
          help={t("amendments.reasonHelp")}
          rows={2}
          maxLength={WORD_MOST}
        />
      </PostedAct>
    </Fold>
  );
}
