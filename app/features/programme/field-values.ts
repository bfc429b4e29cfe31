import { localTime } from "#domain/kernel/local-time.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { SiteStream } from "#domain/programme/site.ts";
import { SYNTHESIS_DUE_DAYS } from "#domain/programme/synthesis.ts";
import type { EditPage, SessionDraft } from "#wire/programme.ts";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";

/** What the fields of a form begin with, by their names; a missing one is empty. */
export type FieldValues = Partial<Record<string, string | number>>;

/** What was typed into a form that was refused stands before what is kept. */
export function withTyped(kept: FieldValues, answer: ActAnswer | undefined): FieldValues {
  return answer && !answer.ok ? { ...kept, ...answer.fields } : kept;
}

export function sessionValues(page: EditPage, draft: SessionDraft | undefined): FieldValues {
  const first = page.sites.find(({ kind }) => kind === "main") ?? page.sites[0];
  if (!draft) {
    return { kind: "workshop", siteId: first?.id, startsAt: hour(first?.startsAt) };
  }
  return {
    kind: draft.kind,
    siteId: draft.siteId,
    room: draft.room,
    startsAt: hour(draft.startsAt),
    endsAt: hour(draft.endsAt),
    capacity: draft.capacity,
    rapporteurNo: draft.rapporteurNo,
    ...inLanguages("title", draft.title),
    ...inLanguages("summary", draft.summary),
    ...inLanguages("facilitators", draft.facilitators),
    ...inLanguages("access", draft.access),
    ...streamValues(draft.stream),
  };
}

export function siteValues(site: EditPage["sites"][number] | undefined): FieldValues {
  if (!site) return { kind: "stop", dueDays: SYNTHESIS_DUE_DAYS };
  return {
    kind: site.kind,
    name: site.name,
    city: site.city,
    address: site.address,
    officeId: site.officeId,
    startsAt: hour(site.startsAt),
    endsAt: hour(site.endsAt),
    capacity: site.capacity,
    dueDays: site.dueDays ?? SYNTHESIS_DUE_DAYS,
    ...inLanguages("access", site.access),
    ...streamValues(site.stream),
  };
}

function streamValues({ embed, replay, captions, interpretation }: SiteStream): FieldValues {
  return {
    embed,
    replay,
    ...inLanguages("captions", captions),
    ...inLanguages("interpretation", interpretation),
  };
}

/** `title.fr`, `title.nl`… */
function inLanguages(name: string, texts: Translated = {}): FieldValues {
  return Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [`${name}.${language}`, text]),
  );
}

/** The cooperative's clock, as the browser's field has it. */
function hour(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : localTime(new Date(instant));
}
