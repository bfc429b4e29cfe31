import { Form } from "@remix-run/react";
import { useDeferredValue, useEffect, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { DoorPageView, DoorPerson, SiteEntry } from "#wire/check-in.ts";
import { formatTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { readTyped } from "./door-book.ts";
import { DoorCamera } from "./door-camera.tsx";
import { DoorLetters } from "./door-letters.tsx";
import { DoorPersonEntry } from "./door-person-entry.tsx";
import { DoorRecent } from "./door-recent.tsx";
import { DoorStatus, ForgetList } from "./door-status.tsx";
import { useDoor } from "./use-door.ts";

/** People shown at once: more means that a letter more is typed sooner. */
const SHOWN = 12;
/** So long after an act, another on the same person is the second tap of a hurried finger (ms). */
const SECOND_TAP = 1_500;

type DoorAtSiteProps = { door: DoorPageView; site: SiteEntry; query: string };

/** The working part of a door. Until the list is here, and without scripts, the server searches. */
export function DoorAtSite({ door, site, query }: DoorAtSiteProps) {
  const { t } = useTranslation("check-in");
  const { id: assemblyId } = door.assembly;
  const { state, desk, typed, setTyped, said, search, note, onRead, onSubmit } = useDoorWork(
    door,
    site,
    query,
  );
  const words = useDeferredValue(typed);
  const { book } = state;
  const people = book ? book.find(words, SHOWN) : door.people;
  const standings = book ? state.standings : door.standings;
  const entry = (person: DoorPerson, first: boolean) => (
    <DoorPersonEntry
      assemblyId={assemblyId}
      person={person}
      standing={standings[person.id]}
      site={site}
      sites={door.sites}
      first={first}
      onNote={book ? (kind) => note(person, kind) : undefined}
    />
  );

  return (
    <div className="door">
      <div className="door-work stack">
        <Form ref={search} role="search" className="door-search" onSubmit={onSubmit}>
          <input type="hidden" name="site" value={site.slug} />
          <Field
            label={t("door.search")}
            help={t("door.searchHelp")}
            name="q"
            type="search"
            autoComplete="off"
            spellCheck={false}
            required={book === undefined}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {!book && <Button tone="quiet">{t("door.find")}</Button>}
        </Form>
        {book && <DoorCamera onRead={(text) => void onRead(text)} />}
        <p className="door-said" role="status">
          {said}
        </p>
        {words !== "" && people.length === 0 && (
          <EmptyState title={t("door.nobody.title")}>{t("door.nobody.text")}</EmptyState>
        )}
        <ul className="console-list">
          {people.map((person, at) => (
            <li key={person.id} className="console-entry">
              {entry(person, at === 0)}
            </li>
          ))}
        </ul>
        {book && words === "" && (
          <DoorLetters book={book} render={(person) => entry(person, false)} />
        )}
      </div>
      <aside className="door-side stack-wide">
        <DoorStatus state={state} />
        <DoorRecent recent={state.recent} onUndo={(act) => void desk.undo(act)} />
        {book && <ForgetList onForget={() => void desk.forget()} />}
      </aside>
    </div>
  );
}

/** The acts of a door and what is said of them. */
function useDoorWork(door: DoorPageView, site: SiteEntry, query: string) {
  const { state, desk } = useDoor(door.assembly.slug, door.assembly.id, site.slug);
  const [typed, setTyped] = useState(query);
  const [said, setSaid] = useState("");
  const search = useRef<HTMLFormElement>(null);
  const last = useRef({ personId: "", at: 0 });
  const say = useDoorWords();
  const { book } = state;
  const toSearch = () => search.current?.querySelector<HTMLInputElement>("[name=q]")?.focus();
  useEffect(toSearch, []);

  const note = (person: DoorPerson, kind: "arrive" | "leave") => {
    const { personId, at } = last.current;
    if (personId === person.id && Date.now() - at < SECOND_TAP) return;
    last.current = { personId: person.id, at: Date.now() };
    void desk.note(person, kind, site.id);
    setSaid(say.noted(person, kind));
    setTyped("");
    toSearch();
  };
  /** A pass that is read twice, or Enter pressed twice, does not send anybody out. */
  const letIn = (person: DoorPerson) => {
    const standing = desk.current().standings[person.id];
    if (standing?.present && standing.siteId === site.id) setSaid(say.already(person, standing.at));
    else note(person, "arrive");
  };
  const onRead = async (text: string) => {
    const read = readTyped(text);
    const person = "token" in read ? await book?.byPass(read.token) : undefined;
    setTyped("");
    if (person) letIn(person);
    else setSaid(say.unknown());
  };
  const onSubmit = (event: FormEvent) => {
    if (!book) return;
    event.preventDefault();
    const [first] = book.find(typed, 1);
    if ("token" in readTyped(typed)) void onRead(typed);
    else if (first) letIn(first);
  };
  return { state, desk, typed, setTyped, said, search, note, onRead, onSubmit };
}

/** What is said aloud after an act. */
function useDoorWords() {
  const { t } = useTranslation("check-in");
  const language = useLanguage();
  return {
    noted: ({ name }: DoorPerson, kind: "arrive" | "leave") =>
      t(kind === "arrive" ? "door.welcome" : "door.farewell", { name }),
    already: ({ name }: DoorPerson, at: number) =>
      t("door.alreadyHere", { name, time: formatTime(language, at) }),
    unknown: () => t("door.unknownPass"),
  };
}
