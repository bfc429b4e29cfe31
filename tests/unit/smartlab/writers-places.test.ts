import { expect, it } from "vitest";
import * as Y from "yjs";
import { editDocument, textOfDocument } from "#domain/smartlab/minutes/shared-text.ts";
import { WritersPlaces } from "#app/features/smartlab/minutes/writers-places.ts";

function textWith(words: string) {
  const document = new Y.Doc();
  editDocument(document, [{ at: 0, remove: 0, insert: words }]);
  return { document, places: new WritersPlaces(textOfDocument(document)) };
}

const writers = { bo: { name: "Bo", seq: 4 }, ana: { name: "Ana", seq: 5 } };

it("say behind what somebody wrote last, and move along with the text", () => {
  const { document, places } = textWith("Bonjour à toutes");
  // Bo put "à " in, eight signs from the start.
  places.note(4, [{ retain: 8 }, { insert: "à " }]);
  expect(places.of(writers, "ana")).toEqual([{ id: "bo", name: "Bo", at: 10 }]);
  editDocument(document, [{ at: 0, remove: 0, insert: "Cher·es, " }]);
  expect(places.of(writers, "ana")).toEqual([{ id: "bo", name: "Bo", at: 19 }]);
  editDocument(document, [{ at: 0, remove: 9, insert: "" }]);
  expect(places.of(writers, "ana")[0]?.at).toBe(10);
});

it("say where something was taken away, and the last of several places", () => {
  const { places } = textWith("Un deux trois");
  places.note(4, [{ retain: 3 }, { delete: 5 }]);
  places.note(5, [{ insert: "Un " }, { retain: 2 }, { insert: "deux" }, { retain: 4 }]);
  expect(places.of(writers, "nobody")).toEqual([
    { id: "bo", name: "Bo", at: 3 },
    { id: "ana", name: "Ana", at: 9 },
  ]);
});

it("name who writes where nothing was heard of it", () => {
  const { places } = textWith("Vide");
  expect(places.of(writers, "bo")).toEqual([{ id: "ana", name: "Ana" }]);
});
