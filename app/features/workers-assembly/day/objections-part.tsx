import { useTranslation } from "react-i18next";
import { Fold } from "#app/features/live-session/fold.tsx";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { Tag, type TagTone } from "#app/ui/tag.tsx";
import {
  GROUNDS,
  isUnsettled,
  type ObjectionState,
  WORD_MOST,
} from "#domain/workers-assembly/debate.ts";
import type { DebatePage, Objection } from "#wire/workers-day-pages.ts";

const TONES: Record<ObjectionState, TagTone> = {
  open: "clay",
  "change-offered": "ochre",
  "note-offered": "ochre",
  solved: "canopy",
  dissent: "plum",
  withdrawn: "plain",
};

/** What somebody cannot live with, what was done about it, and what stays as a note of dissent. */
export function ObjectionsPart({ page }: { page: DebatePage }) {
  const { t } = useTranslation("workers-day");
  const { debate, objections, unquoted, rights } = page;
  const open = rights.speak && debate.step === "objections";
  const over = debate.step === "done" && unquoted > 0;
  if (objections.length === 0 && !open && !over) return null;
  return (
    <Section id="objections" title={t("objections.title", { count: objections.length })}>
      {objections.length > 0 && (
        <ol className="debate-list">
          {objections.map((one) => (
            <ObjectionPiece key={one.number} page={page} objection={one} />
          ))}
        </ol>
      )}
      {over && <p>{t("objections.unquoted", { count: unquoted })}</p>}
      {open && (
        <Fold label={t("objections.raise")} tone="primary">
          <PostedAct
            act="debate.object"
            fields={{ debateId: debate.id }}
            label={t("objections.send")}
            tone="primary"
            clears
          >
            <Choices legend={t("objections.ground")} help={t("objections.groundHelp")}>
              {GROUNDS.map((ground) => (
                <Choice
                  key={ground}
                  name="ground"
                  value={ground}
                  required
                  label={t(`objections.grounds.${ground}`)}
                />
              ))}
            </Choices>
            <TextArea
              name="because"
              label={t("objections.because")}
              help={t("words.unnamed")}
              rows={3}
              maxLength={WORD_MOST}
            />
          </PostedAct>
        </Fold>
      )}
    </Section>
  );
}

function ObjectionPiece({ page, objection }: { page: DebatePage; objection: Objection }) {
  const { t } = useTranslation("workers-day");
  const { debate, rights, versions } = page;
  const { number, ground, state, note, language, because } = objection;
  const fields = { debateId: debate.id, number: String(number) };
  const changed = versions.at(-1)!.version > objection.ofVersion;
  return (
    <li className="debate-piece" id={`o${number}`}>
      <div className="row">
        <h3 className="debate-number">{t("objections.number", { number })}</h3>
        <Tag tone={TONES[state]}>{t(`objections.state.${state}`)}</Tag>
        {objection.mine && <Tag tone="lake">{t("amendments.yours")}</Tag>}
      </div>
      <p>
        <strong>{t(`objections.grounds.${ground}`)}</strong> <span lang={language}>{because}</span>
      </p>
      {(state === "note-offered" || (state === "dissent" && note !== because)) && (
        <p className="debate-answer">
          <strong>{t("objections.note")}</strong> <span lang={language}>{note}</span>
        </p>
      )}
      {objection.mine && rights.speak && <OwnAnswer objection={objection} fields={fields} />}
      {rights.facilitate && isUnsettled(state) && (
        <div className="row">
          {changed && state !== "change-offered" && (
            <PostedAct
              act="debate.offer-change"
              fields={fields}
              label={t("objections.offerChange")}
            />
          )}
          <Fold label={t("objections.offerNote")}>
            <PostedAct act="debate.offer-note" fields={fields} label={t("objections.offerNoteDo")}>
              <p className="muted">{t("objections.noteHelp")}</p>
              <TextArea
                name="note"
                label={t("objections.noteLabel")}
                rows={3}
                maxLength={WORD_MOST}
                defaultValue={note === "" ? because : note}
                lang={language}
              />
            </PostedAct>
          </Fold>
        </div>
      )}
    </li>
  );
}

/** Who objected says whether it is solved, or may be quoted; nobody says it for them. */
function OwnAnswer(props: { objection: Objection; fields: Record<string, string> }) {
  const { t } = useTranslation("workers-day");
  const { objection, fields } = props;
  const { state } = objection;
  const asked = state === "change-offered" || state === "note-offered";
  return (
    <>
      {asked && (
        <Notice tone="wait" title={t(`objections.asked.${state}`)}>
          <div className="row">
            {(["true", "false"] as const).map((agree) => (
              <PostedAct
                key={agree}
                act="debate.agree"
                fields={{ ...fields, agree }}
                label={t(`objections.agree.${state}.${agree}`)}
                tone={agree === "true" ? "primary" : "quiet"}
              />
            ))}
          </div>
        </Notice>
      )}
      {(isUnsettled(state) || state === "dissent") && (
        <PostedAct
          act="debate.withdraw-objection"
          fields={fields}
          label={t("objections.withdraw")}
        />
      )}
    </>
  );
}
