import { useTranslation } from "react-i18next";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { ResultBar, type ResultTone } from "#app/ui/result-bar.tsx";
import {
  type BookDemand,
  type BookTheme,
  textFor,
  type Wording,
} from "#domain/workers-assembly/book.ts";
import type { ItemCard } from "#wire/ledger-pages.ts";
import { DemandRoad } from "./demand-road.tsx";
import { GradePicture } from "./grade-picture.tsx";
import { useOpenedBy } from "./use-opened-by.ts";
import { useSupport } from "./use-support.ts";

type Props = {
  demand: BookDemand;
  themes: BookTheme[];
  slug: string;
  /** Where it stands in the ledger, once it was handed over. */
  item: ItemCard | undefined;
};

/** One demand of the book: what it received is said at once; its text and its road are folded. */
export function DemandPart({ demand, themes, slug, item }: Props) {
  const { t } = useTranslation("workers-book");
  const reader = useLanguage();
  const text = textFor(demand.texts, reader);
  const theme = themes.find(({ id }) => id === demand.theme);
  const { place, code, city } = demand;
  return (
    <article className="book-demand" id={code} aria-labelledby={`${code}-title`}>
      <p className="muted small">
        {place !== undefined && <>{t("demand.place", { place })} · </>}
        {code}
        {theme && (
          <>
            {" "}
            · <Words of={theme.titles} />
          </>
        )}
        {city && <> · {city}</>}
      </p>
      <h3 id={`${code}-title`}>
        <Words of={{ [text.language]: text.sentence }} tagged />
      </h3>
      <Grade demand={demand} />
      <Votes demand={demand} />
      <Story demand={demand} slug={slug} item={item} />
      <Dissent demand={demand} />
    </article>
  );
}

function Grade({ demand: { adopted, median } }: { demand: BookDemand }) {
  const { t } = useTranslation("workers-book");
  if (median !== undefined) {
    return <strong>{t("grades.median", { grade: t(`grade.${median}`) })}</strong>;
  }
  return adopted ? <p className="muted small">{t("grades.none")}</p> : null;
}

/** What whoever wants to know more reads: the whole text, each grade, where it came from and goes. */
function Story({ demand, slug, item }: Omit<Props, "themes">) {
  const { t } = useTranslation("workers-book");
  const reader = useLanguage();
  const support = useSupport();
  const text = textFor(demand.texts, reader);
  return (
    <details className="book-part" ref={useOpenedBy([demand.code])}>
      <summary>{t("demand.more")}</summary>
      <div className="book-story">
        <p className="book-prose">
          <Words of={{ [text.language]: text.paragraph }} />
        </p>
        {text.language !== reader && <p className="muted small">{t("demand.missing")}</p>}
        {text.stale && <p className="muted small">{t("demand.stale")}</p>}
        <GradePicture demand={demand} />
        <p className="muted">{support(demand)}</p>
        <DemandRoad demand={demand} slug={slug} item={item} />
        <OtherTexts demand={demand} shown={text.language} />
      </div>
    </details>
  );
}

const TONES: readonly ResultTone[] = ["for", "against", "abstain"];

function Votes({ demand: { adopted, votes } }: { demand: BookDemand }) {
  const { t } = useTranslation("workers-book");
  const language = useLanguage();
  const said = (tone: ResultTone) => formatNumber(language, votes[tone]);
  return (
    <>
      <p>
        <strong>
          {t(adopted ? "vote.adopted" : "vote.rejected", {
            for: said("for"),
            against: said("against"),
            abstain: said("abstain"),
          })}
        </strong>
      </p>
      <ResultBar
        segments={TONES.map((tone) => ({
          tone,
          label: t(`vote.${tone}`),
          count: votes[tone],
          countWords: said(tone),
        }))}
      />
    </>
  );
}

function Dissent({ demand: { dissent } }: { demand: BookDemand }) {
  const { t } = useTranslation("workers-book");
  if (dissent.length === 0) return null;
  return (
    <details className="book-part book-dissent">
      <summary>
        {t("dissent.title")} ({dissent.length})
      </summary>
      {dissent.map(({ ground, language, text }, at) => (
        <p key={at}>
          {t(`dissent.${ground}`)} <Words of={{ [language]: text }} tagged />
        </p>
      ))}
    </details>
  );
}

/** The same in other languages, as it was proposed, and what was merged into it. */
function OtherTexts({ demand, shown }: { demand: BookDemand; shown: string }) {
  const { t } = useTranslation("workers-book");
  const { texts, proposed, versions, wordings } = demand;
  return (
    <>
      <Folded
        title={t("demand.others")}
        texts={texts.filter(({ language }) => language !== shown)}
      />
      {proposed ? (
        <Folded title={t("demand.proposed")} texts={[proposed]}>
          {t("demand.changed", { count: versions })}
        </Folded>
      ) : (
        <p className="muted small">{t("demand.unchanged")}</p>
      )}
      <Folded title={t("demand.wordings")} texts={wordings} />
    </>
  );
}

type FoldedProps = { title: string; texts: readonly Wording[]; children?: string };

function Folded({ title, texts, children }: FoldedProps) {
  if (texts.length === 0) return null;
  return (
    <details className="fold">
      <summary>{title}</summary>
      {children && <p className="muted small">{children}</p>}
      {texts.map(({ language, sentence, paragraph }) => (
        <div key={sentence}>
          <p>
            <strong>
              <Words of={{ [language]: sentence }} tagged />
            </strong>
          </p>
          <p className="book-prose">
            <Words of={{ [language]: paragraph }} />
          </p>
        </div>
      ))}
    </details>
  );
}
