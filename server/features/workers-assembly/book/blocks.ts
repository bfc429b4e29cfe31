import { translator } from "#app/i18n/server.ts";
import { formatDate, formatList, formatNumber } from "#app/i18n/format.ts";
import { inLanguage, type Language, type Translated } from "#domain/kernel/languages.ts";
import {
  type Book,
  type BookDemand,
  type BookProposal,
  textFor,
  type Wording,
} from "#domain/workers-assembly/book.ts";
import type { BookVersion, Signatures } from "#wire/workers-book.ts";

/** One piece of a book in the order in which it is read; `language` where it is not the reader's. */
export type Block =
  | {
      role: "H1" | "H2" | "H3" | "H4" | "P" | "BlockQuote" | "LI";
      text: string;
      language?: Language;
    }
  /** Ballots by grade, from the worst; `text` says the same. */
  | { role: "Grades"; grades: readonly number[]; text: string; language?: Language };

export type Told = { book: Book; version: BookVersion; signatures: Signatures; today: string };

/** A whole book in one language of the interface: what paper and plain text are written from. */
export function blocksOf(told: Told, language: Language): Block[] {
  const { book } = told;
  const say = sayerOf(language);
  const adopted = book.demands.filter((one) => one.adopted);
  const others = book.demands.filter((one) => !one.adopted);
  return [
    ...head(told, say),
    { role: "H2", text: say.t("contents") },
    ...adopted.flatMap((demand) => demandBlocks(book, demand, say)),
    ...(others.length > 0
      ? [
          { role: "H2" as const, text: say.t("notAdopted.title") },
          { role: "P" as const, text: say.t("notAdopted.text") },
          ...others.flatMap((demand) => demandBlocks(book, demand, say)),
        ]
      : []),
    ...annex(book, say),
    ...foot(told, say),
  ];
}

type Sayer = ReturnType<typeof sayerOf>;

function sayerOf(language: Language) {
  const { t } = translator(language);
  /** Texts of people in the reader's language, else marked with the one they are in. */
  const words = (role: "P" | "H1", texts: Translated): Block[] => {
    const found = inLanguage(texts, language);
    if (!found) return [];
    return [{ role, text: found.value, ...inIts(found.language) }];
  };
  const inIts = (one: Language) => (one === language ? {} : { language: one });
  return {
    language,
    words,
    inIts,
    t: (key: string, values?: Record<string, string | number>) =>
      t(`workers-book:${key}`, { ...values }),
    number: (value: number) => formatNumber(language, value),
    date: (day: string) => formatDate(language, day),
    list: (names: string[]) => formatList(language, names),
    title: (texts: Translated) => inLanguage(texts, language)?.value ?? "",
  };
}

function head({ book, version }: Told, say: Sayer): Block[] {
  const { present, ranking, meetsOn, place, foreword, recruited } = book;
  const date = say.date(version.publishedOn);
  const lines = [
    say.t("version", { version: version.version, date }),
    ...(meetsOn ? [say.t("met", { date: say.date(meetsOn), place })] : []),
  ];
  return [
    { role: "H1", text: `${say.t("title")} – ${say.title(book.titles)}` },
    ...lines.map((text): Block => ({ role: "P", text })),
    ...(version.version > 1 ? say.words("P", version.changed) : []),
    ...say.words("P", foreword),
    { role: "H2", text: say.t("who.title") },
    ...(present === undefined
      ? []
      : [{ role: "P" as const, text: say.t("who.present", { count: present }) }]),
    ...(ranking
      ? [
          {
            role: "P" as const,
            text: say.t("who.ranking", {
              voted: say.number(ranking.voted),
              eligible: say.number(ranking.eligible),
            }),
          },
        ]
      : []),
    ...say.words("P", recruited),
    { role: "P", text: say.t("who.self") },
  ];
}

function demandBlocks(book: Book, demand: BookDemand, say: Sayer): Block[] {
  const text = textFor(demand.texts, say.language);
  const { place, code, city, votes, adopted, median, grades, dissent, proposed } = demand;
  const theme = book.themes.find(({ id }) => id === demand.theme);
  const about = [
    place !== undefined && say.t("demand.place", { place }),
    code,
    theme && say.title(theme.titles),
    city,
  ];
  const cast = {
    for: say.number(votes.for),
    against: say.number(votes.against),
    abstain: say.number(votes.abstain),
  };
  return [
    { role: "H3", text: text.sentence, ...say.inIts(text.language) },
    { role: "P", text: about.filter(Boolean).join(" · ") },
    { role: "BlockQuote", text: text.paragraph, ...say.inIts(text.language) },
    ...(text.stale ? [{ role: "P" as const, text: say.t("demand.stale") }] : []),
    { role: "P", text: say.t(adopted ? "vote.adopted" : "vote.rejected", cast) },
    ...(median === undefined ? [] : gradeBlocks(grades, median, say)),
    { role: "P", text: supportOf(demand, say) },
    ...(dissent.length > 0 ? [{ role: "H4" as const, text: say.t("dissent.title") }] : []),
    ...dissent.map(
      (note): Block => ({
        role: "BlockQuote",
        text: `${say.t(`dissent.${note.ground}`)} ${note.text}`,
        ...say.inIts(note.language),
      }),
    ),
    ...originsOf(demand, say),
    ...(proposed ? wordingBlocks(say.t("demand.proposed"), [proposed], say) : []),
    ...wordingBlocks(say.t("demand.wordings"), demand.wordings, say),
  ];
}

function gradeBlocks(grades: readonly number[], median: number, say: Sayer): Block[] {
  const counted = grades
    .map((count, grade) => say.t("grades.count", { count, grade: say.t(`grade.${grade}`) }))
    .reverse();
  const sentence = say.t("grades.median", { grade: say.t(`grade.${median}`) });
  return [
    { role: "P", text: sentence },
    { role: "Grades", grades, text: counted.join(" · ") },
  ];
}

function supportOf(
  { supports, approvals, chosenPlace }: BookProposal & { chosenPlace?: number },
  say: Sayer,
): string {
  const chosen =
    chosenPlace === 1
      ? say.t("support.chosenFirst")
      : say.t("support.chosen", { place: chosenPlace ?? 0 });
  return [
    say.t("support.people", { count: supports }),
    ...(approvals === undefined ? [] : [say.t("support.approvals", { count: approvals })]),
    ...(chosenPlace === undefined ? [] : [chosen]),
  ].join(" · ");
}

/** What it came from, an entry each. */
function originsOf({ sources }: BookProposal, say: Sayer): Block[] {
  return sources.map(({ kind, label }) => ({
    role: "LI",
    text: `${say.t(`road.source.${kind}`)} – ${label}`,
  }));
}

function wordingBlocks(title: string, texts: readonly Wording[], say: Sayer): Block[] {
  if (texts.length === 0) return [];
  return [
    { role: "H4", text: title },
    ...texts.map(
      ({ language, sentence, paragraph }): Block => ({
        role: "BlockQuote",
        text: `${sentence}\n${paragraph}`,
        ...say.inIts(language),
      }),
    ),
  ];
}

function annex({ annex: proposals }: Book, say: Sayer): Block[] {
  if (proposals.length === 0) return [];
  return [
    { role: "H2", text: say.t("annex.title") },
    { role: "P", text: say.t("annex.lead") },
    ...proposals.flatMap((proposal): Block[] => {
      const text = textFor(proposal.texts, say.language);
      return [
        { role: "H3", text: `${proposal.code} – ${text.sentence}`, ...say.inIts(text.language) },
        { role: "BlockQuote", text: text.paragraph, ...say.inIts(text.language) },
        { role: "P", text: supportOf(proposal, say) },
        ...originsOf(proposal, say),
      ];
    }),
  ];
}

/** Who signed: a number, and the names that their bearers wish to see today. */
function foot({ version, signatures: { count, named }, today }: Told, say: Sayer): Block[] {
  return [
    { role: "H2", text: say.t("sign.title") },
    {
      role: "P",
      text: count === undefined ? say.t("sign.few") : say.t("sign.count", { count }),
    },
    ...(named.length > 0
      ? [{ role: "P" as const, text: `${say.t("sign.named")} ${say.list(named)}` }]
      : []),
    { role: "P", text: say.t("pdf.made", { date: say.date(today) }) },
    { role: "P", text: say.t("pdf.hash", { hash: version.hash }) },
  ];
}
