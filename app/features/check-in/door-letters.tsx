import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DoorPerson } from "#wire/check-in.ts";
import { Button } from "#app/ui/button.tsx";
import type { DoorBook } from "./door-book.ts";

/** People shown under a letter before more is asked for. */
const PORTION = 50;

type DoorLettersProps = { book: DoorBook; render: (person: DoorPerson) => ReactNode };

/** The whole list, letter by letter, for who rather turns pages than types. */
export function DoorLetters({ book, render }: DoorLettersProps) {
  const { t } = useTranslation("check-in");
  const [letter, setLetter] = useState<string>();
  const [shown, setShown] = useState(PORTION);
  const people = letter === undefined ? [] : book.under(letter);
  const turnTo = (next: string) => {
    setLetter(next === letter ? undefined : next);
    setShown(PORTION);
  };
  return (
    <section className="stack" aria-label={t("door.byList")}>
      <h3>{t("door.byList")}</h3>
      <ul className="door-letters">
        {book.letters.map((one) => (
          <li key={one}>
            <button
              type="button"
              className="door-letter"
              aria-pressed={one === letter}
              aria-label={t("door.byLetter", { letter: one })}
              onClick={() => turnTo(one)}
            >
              {one}
            </button>
          </li>
        ))}
      </ul>
      <ul className="console-list">
        {people.slice(0, shown).map((person) => (
          <li key={person.id} className="console-entry">
            {render(person)}
          </li>
        ))}
      </ul>
      {people.length > shown && (
        <Button type="button" tone="quiet" onClick={() => setShown(shown + PORTION)}>
          {t("door.more", { count: people.length - shown })}
        </Button>
      )}
    </section>
  );
}
