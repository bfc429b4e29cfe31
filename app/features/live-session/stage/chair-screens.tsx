import { useTranslation } from "react-i18next";
import type { StageScene } from "#domain/live-session/stage/scene.ts";
import type { SessionView } from "#wire/live-session.ts";
import { ActForm } from "../act-form.tsx";
import { Fold } from "../fold.tsx";
import { closedVotes, decisionsInOrder } from "../session-lists.ts";
import { useWords } from "../use-words.ts";
import { InLanguages } from "./in-languages.tsx";
import { StageFold } from "./stage-fold.tsx";

/** What one press shows; a message and a certain vote ask for more. */
const AT_ONCE: readonly StageScene[] = ["auto", "agenda", "question", "poster", "blank"];

/** What the room's screen shows, and whether members' phones follow it. */
export function ChairScreens({ view }: { view: SessionView }) {
  const { t } = useTranslation("stage");
  const { screen } = view.stage;
  const { id: assemblyId } = view.assembly;
  const show = { assemblyId, seen: String(screen.revision) };
  return (
    <StageFold
      id="screens"
      title={t("screens.heading")}
      standing={t("screens.shows", { scene: t(`scene.${screen.scene}`) })}
    >
      <ul className="stage-choices">
        {AT_ONCE.map((scene) => (
          <li key={scene}>
            <ActForm
              act="stage.show"
              fields={{ ...show, scene }}
              label={t(`scene.${scene}`)}
              about={t("screens.onScreen")}
              disabled={screen.scene === scene}
            />
          </li>
        ))}
      </ul>
      <ShowVotes view={view} />
      <Fold label={t("screens.message")}>
        <ActForm
          act="stage.show"
          fields={{ ...show, scene: "message" }}
          label={t("screens.showMessage")}
        >
          <InLanguages label={t("screens.messageText")} />
        </ActForm>
      </Fold>
      <p>{t(screen.phones ? "screens.phonesFollow" : "screens.phonesOwn")}</p>
      <ActForm
        act="stage.phones"
        fields={{ assemblyId, on: String(!screen.phones) }}
        label={t(screen.phones ? "screens.letGo" : "screens.lead")}
      />
    </StageFold>
  );
}

/** A vote before or while it is open, and every proclaimed result. */
function ShowVotes({ view }: { view: SessionView }) {
  const { t } = useTranslation("stage");
  const words = useWords();
  const { screen } = view.stage;
  const votes = decisionsInOrder(view).filter(
    ({ phase, rehearsal }) => (phase === "draft" || phase === "open") && !rehearsal,
  );
  const results = closedVotes(view).filter(({ phase }) => phase === "published");
  const show = { assemblyId: view.assembly.id, seen: String(screen.revision) };
  const rows = [
    ...votes.map((decision) => ({ decision, scene: "vote" as const })),
    ...results.map((decision) => ({ decision, scene: "result" as const })),
  ];
  if (rows.length === 0) return null;
  return (
    <Fold label={t("screens.votes")}>
      <ul className="stage-rows">
        {rows.map(({ decision, scene }) => (
          <li key={decision.id} className="stage-row">
            <span>{words(decision.title)}</span>
            <ActForm
              act="stage.show"
              fields={{ ...show, scene, decisionId: decision.id }}
              label={t(scene === "vote" ? "screens.showVote" : "screens.showResult")}
              about={words(decision.title)}
              disabled={screen.scene === scene && screen.decisionId === decision.id}
            />
          </li>
        ))}
      </ul>
    </Fold>
  );
}
