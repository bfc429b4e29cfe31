import { formatDate, formatTime } from "#app/i18n/format.ts";
import { withFrenchSpaces } from "#app/i18n/options.ts";
import { translator } from "#app/i18n/server.ts";
import { inLanguage, LANGUAGES, type Language } from "#domain/kernel/languages.ts";
import { sha256 } from "../../auth/hashes.ts";
import { type ConvocationFacts, questionsUntil } from "./facts.ts";

type Texts = Record<Language, string>;

/** The convocation in every language: the very text that is sent, frozen and hashed. */
export function convocationTexts(facts: ConvocationFacts, publicUrl: string): Texts {
  const each = LANGUAGES.map((language) => [language, textIn(facts, language, publicUrl)]);
  return Object.fromEntries(each) as Texts;
}

/** What names these texts together, so that what is sent is what somebody has read. */
export function sealOf(texts: Texts): string {
  return sha256(LANGUAGES.map((language) => hashOf(texts[language])).join("\n"));
}

/** SHA-256 of a text as UTF-8, in hex. */
export function hashOf(text: string): string {
  return sha256(text);
}

type Say = (key: string, values?: Record<string, string | number>) => string;

/**
 * Date, hour, places, agenda with its votes, where the documents are, how one takes part and asks
 * (rules §1.3). Paragraphs are apart by an empty line.
 */
function textIn(facts: ConvocationFacts, language: Language, publicUrl: string): string {
  const { t } = translator(language);
  const say: Say = (key, values) => t(`convocation:text.${key}`, { ...values });
  const words = facts.words[language] || inLanguage(facts.words, language)?.value;
  const until = questionsUntil(facts);
  const paragraphs = [
    say("called", {
      title: inLanguage(facts.title, language)?.value ?? "",
      day: formatDate(language, facts.day, "full"),
      time: formatTime(language, facts.startsAt),
    }),
    places(facts, language, say),
    ...(words ? [words] : []),
    agenda(facts, language, say),
    ...exactTexts(facts, language, say),
    `${say("documents")}\n${publicUrl}/assembly/${facts.slug}`,
    takingPart(facts, say),
    until ? say("questionsUntil", { day: formatDate(language, until) }) : say("questions"),
    say("board"),
  ];
  const text = paragraphs.filter(Boolean).join("\n\n");
  return language === "fr" ? withFrenchSpaces(text) : text;
}

function places({ sites, place }: ConvocationFacts, language: Language, say: Say): string {
  const lines = sites.map(({ name, city, address, startsAt }) => {
    const where = [name, address, name.includes(city) || address.includes(city) ? "" : city];
    return `– ${where.filter(Boolean).join(", ")} (${formatTime(language, startsAt)})`;
  });
  if (lines.length > 0) return [say("places", { count: lines.length }), ...lines].join("\n");
  return place ? say("place", { place }) : "";
}

function agenda({ items }: ConvocationFacts, language: Language, say: Say): string {
  const lines = items.flatMap(({ position, purpose, title, votes }) => [
    say(`item.${purpose}`, { position, title: inLanguage(title, language)?.value ?? "" }),
    ...votes.map(({ texts }) =>
      say("vote", { title: inLanguage(texts, language)?.value.title ?? "" }),
    ),
  ]);
  return [say("agenda"), ...lines].join("\n");
}

/** What changes the statutes or the object is told word for word. */
function exactTexts({ items }: ConvocationFacts, language: Language, say: Say): string[] {
  return items
    .flatMap(({ votes }) => votes)
    .filter(({ kind, texts }) => kind !== "ordinary" && inLanguage(texts, language)?.value.text)
    .map(({ kind, texts }) => {
      const { title = "", text = "" } = inLanguage(texts, language)?.value ?? {};
      return `${say(`exact.${kind}`, { title })}\n${text.trim()}`;
    });
}

function takingPart({ channels }: ConvocationFacts, say: Say): string {
  return [
    say(channels.live_remote ? "part.hybrid" : "part.room"),
    ...(channels.advance_remote ? [say("part.advance")] : []),
    ...(channels.proxy ? [say("part.proxy")] : []),
  ].join(" ");
}
