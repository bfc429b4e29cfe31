import type { ClientBase } from "pg";
import type { Interval, Passage } from "#domain/check-in/interval.ts";
import { mandatePartners } from "../mandates/cards.ts";
import { presenceOf, presenceOfRepresented } from "#domain/check-in/presence.ts";
import { allPassages, closedAtOf, endsOfStops } from "./passages.ts";
import { intervalsOf, lockPersons, representationsOf, writeIntervals } from "./intervals.ts";

type Change = {
  assemblyId: string;
  /** Whose presence is worked out again. */
  persons: Iterable<string>;
  /** What is known besides the acts of doors: somebody came in by themselves. */
  more?: ReadonlyMap<string, Passage[]>;
};

/**
 * Works out the intervals of these people again, and of the legal persons they represent: who
 * represents brings them along (rules 1.4, 1.8). Returns whose presence is another one now, and
 * those who vote by mandate for them or for whom they do.
 */
export async function changePresence(client: ClientBase, change: Change): Promise<string[]> {
  const { assemblyId, more } = change;
  const representations = await representationsOf(client, assemblyId, [...change.persons]);
  const persons = [...new Set([...change.persons])];
  const everybody = new Set([
    ...persons,
    ...representations.flatMap(({ legal, natural }) => [legal, natural]),
  ]);
  await lockPersons(client, everybody);
  const recorded = await intervalsOf(client, assemblyId, [...everybody]);
  const passages = await allPassages(client, assemblyId, persons);
  const limits = {
    endsOf: await endsOfStops(client, assemblyId),
    ...(await closedAtOf(client, assemblyId)),
  };

  const present = new Map<string, Interval[]>();
  for (const person of persons) {
    const { counted = [], undone = [] } = passages.get(person) ?? {};
    const found = presenceOf({
      recorded: recorded.get(person) ?? [],
      passages: [...counted, ...(more?.get(person) ?? [])],
      undone,
      ...limits,
    });
    present.set(person, found);
  }
  const legalPersons = new Set(representations.map(({ legal }) => legal));
  for (const legal of legalPersons) {
    const naturals = representations.filter((one) => one.legal === legal);
    present.set(
      legal,
      presenceOfRepresented(
        naturals.map(({ natural }) => present.get(natural) ?? recorded.get(natural) ?? []),
      ),
    );
  }
  const changed = await writeIntervals(client, assemblyId, recorded, present);
  return [...changed, ...(await mandatePartners(client, assemblyId, changed))];
}
