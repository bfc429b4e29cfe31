import type { i18n } from "i18next";
import { formatDate, formatList, formatNumber, formatTime } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/server.ts";
import { correctedWords } from "#domain/convocation/erratum.ts";
import { inLanguage, type Language, type Translated } from "#domain/kernel/languages.ts";
import type {
  MinutedIncident,
  MinutedItem,
  MinutesRecord,
  MinutesSection,
  Weight,
} from "#domain/minutes/document.ts";
import { questionInWords } from "./question-in-words.ts";

/** Says the minutes' sentences in one language. */
export type Speaker = {
  language: Language;
  say: (key: string, values?: Record<string, string | number>) => string;
  words: (texts: Translated) => string;
};

export function speakerOf(language: Language): Speaker {
  const { t }: i18n = translator(language);
  return {
    language,
    say: (key, values) => t(`minutes:${key}`, { ...values }),
    words: (texts) => inLanguage(texts, language)?.value ?? "",
  };
}

/**
 * The minutes as the record alone can word them (rules §1.9). The secretary reads and completes
 * them: what no table knows, such as a convocation that left another way, is asked for in the draft.
 */
export function draftSections(record: MinutesRecord, language: Language): MinutesSection[] {
  const speaker = speakerOf(language);
  const { say } = speaker;
  const section = (key: "opening" | "bureau" | "convocation", text: string): MinutesSection => ({
    key,
    title: say(`section.${key}`),
    text,
  });
  const { loose } = record;
  return [
    section("opening", opening(record, speaker)),
    section("bureau", bureau(record, speaker)),
    section("convocation", convocation(record, speaker)),
    { key: "attendance", title: say("section.attendance"), text: attendance(record, speaker) },
    ...record.items.map(
      (item): MinutesSection => ({
        key: `item:${item.id}`,
        title: say("section.item", { position: item.position, title: speaker.words(item.title) }),
        text: itemText(item, speaker),
      }),
    ),
    ...(loose.questions.length + loose.votes.length > 0
      ? [
          {
            key: "loose" as const,
            title: say("section.loose"),
            text: loose.questions.map((one) => questionInWords(one, speaker)).join("\n\n"),
          },
        ]
      : []),
    {
      key: "incidents",
      title: say("section.incidents"),
      text: incidents(record.incidents, speaker),
    },
    { key: "closing", title: say("section.closing"), text: closing(record, speaker) },
  ];
}

function opening({ assembly }: MinutesRecord, { say, words, language }: Speaker): string {
  const { day, place, startsAt, openedAt } = assembly;
  return say(place ? "draft.openingAt" : "draft.opening", {
    title: words(assembly.title),
    day: formatDate(language, day, "full"),
    place,
    called: formatTime(language, startsAt),
    time: formatTime(language, openedAt ?? startsAt),
  });
}

function convocation({ convocation: sent }: MinutesRecord, { say, language }: Speaker): string {
  if (!sent) return say("draft.convocation");
  const { sentOn, byMail, byPost, returned, postedOn, hashes, errata } = sent;
  const number = (count: number) => formatNumber(language, count);
  const hash = hashes[language];
  const corrected = errata.map(({ before, after }) =>
    say("draft.erratum", correctedWords(before, after)),
  );
  return [
    say("draft.convened", {
      day: formatDate(language, sentOn),
      all: number(byMail + byPost),
      mails: number(byMail),
      letters: number(byPost),
    }),
    ...(returned > 0 ? [say("draft.returned", { number: number(returned) })] : []),
    ...(postedOn ? [say("draft.posted", { day: formatDate(language, postedOn) })] : []),
    ...(hash ? [say("draft.convocationHash", { hash })] : []),
    ...(errata.length > 0 ? [say("draft.errata", { list: formatList(language, corrected) })] : []),
  ].join("\n\n");
}

function bureau({ bureau: seats }: MinutesRecord, { say, language }: Speaker): string {
  const named = (["chair", "secretary", "scrutineer"] as const).flatMap((capacity) => {
    const names = seats.filter((seat) => seat.capacity === capacity).map(({ name }) => name);
    return names.length > 0
      ? [say(`draft.seat.${capacity}`, { names: formatList(language, names), count: names.length })]
      : [];
  });
  return named.join("\n\n") || say("draft.noBureau");
}

function weightIn({ persons, shares }: Weight, { language }: Speaker) {
  return { persons: formatNumber(language, persons), shares: formatNumber(language, shares) };
}

function attendance({ assembly, roll, attended, sites }: MinutesRecord, speaker: Speaker): string {
  const { say, language } = speaker;
  const { inPerson, represented, guests } = attended;
  const paragraphs = [
    assembly.rollAsOf
      ? say("draft.roll", {
          ...weightIn(roll, speaker),
          day: formatDate(language, assembly.rollAsOf),
        })
      : say("draft.noRoll"),
    say("draft.present", { ...weightIn(inPerson, speaker), count: inPerson.persons }),
  ];
  if (represented.persons > 0) {
    paragraphs.push(
      say("draft.represented", { ...weightIn(represented, speaker), count: represented.persons }),
    );
  }
  for (const { name, city, persons } of sites) {
    const place = name.includes(city) ? name : [name, city].filter(Boolean).join(", ");
    paragraphs.push(say("draft.site", { place, count: persons }));
  }
  if (guests > 0) paragraphs.push(say("draft.guests", { count: guests }));
  paragraphs.push(say("draft.listAnnexed"));
  return paragraphs.join("\n\n");
}

function itemText(item: MinutedItem, speaker: Speaker): string {
  const { say, language } = speaker;
  const own = item.documents.filter((document) => document.language === language);
  const titles = [...new Set((own.length > 0 ? own : item.documents).map(({ title }) => title))];
  return [
    say(`draft.item.${item.purpose}`),
    ...(titles.length > 0
      ? [say("draft.documents", { titles: formatList(language, titles) })]
      : []),
    ...item.questions.map((one) => questionInWords(one, speaker)),
  ].join("\n\n");
}

function incidents(noted: readonly MinutedIncident[], { say, language }: Speaker): string {
  if (noted.length === 0) return say("draft.noIncident");
  return noted
    .map(({ kind, act, at, text, site }) =>
      say(site ? "draft.incidentAt" : "draft.incident", {
        time: formatTime(language, at),
        kind: say(`incident.kind.${kind}`),
        act: act === "note" ? "" : ` (${say(`incident.act.${act}`)})`,
        text,
        site: site ?? "",
      }),
    )
    .join("\n\n");
}

function closing({ assembly }: MinutesRecord, { say, language }: Speaker): string {
  return assembly.closedAt
    ? say("draft.closed", { time: formatTime(language, assembly.closedAt) })
    : say("draft.stillOpen");
}
