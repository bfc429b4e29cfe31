import type { Trace } from "./storage.ts";

/** An elector as the adversary knows them: every name under which storage may mention them. */
export type KnownElector = { id: string; aliases: string[] };

/** Who cast which credential (in hexadecimal), as one strategy believes. */
export type Guess = { strategy: string; links: Map<string, string> };

type Order = { name: string; of: (trace: Trace) => number | undefined };

const ORDERS: Order[] = [
  { name: "transaction", of: (trace) => trace.transaction },
  { name: "place", of: (trace) => trace.place },
  { name: "write-ahead log", of: (trace) => trace.logged },
];

/**
 * Every way of linking that uses order, time, size, batch or shared bytes: for each table and the
 * logs, electors are put in the order of what mentions them and laid beside the ballots; or each
 * ballot is given to whoever was active last before it; or what shares a transaction or a value is
 * taken for the same person.
 */
export function guesses(
  traces: readonly Trace[],
  electors: readonly KnownElector[],
  credentials: readonly string[],
): Guess[] {
  const ballots = credentials.flatMap((credential) => {
    const trace = traces.find(
      ({ source, text }) => source.endsWith("secret_ballot") && text.includes(credential),
    );
    return trace ? [{ credential, trace }] : [];
  });
  const found: Guess[] = [sharedTransaction(traces, electors, ballots)];
  found.push(sharedValue(traces, electors, ballots));
  for (const source of new Set(traces.map((trace) => trace.source))) {
    const mentions = mentionsOf(traces, electors, source);
    if (mentions.size === 0) continue;
    for (const order of ORDERS) {
      for (const which of ["first", "last"] as const) {
        found.push(rankMatch(source, order, which, mentions, ballots));
      }
      found.push(lastActive(source, order, mentions, ballots));
    }
  }
  return found;
}

type Ballot = { credential: string; trace: Trace };
type Mentions = Map<string, Trace[]>;

function mentionsOf(
  traces: readonly Trace[],
  electors: readonly KnownElector[],
  source: string,
): Mentions {
  const mentions: Mentions = new Map();
  for (const trace of traces) {
    if (trace.source !== source) continue;
    for (const { id, aliases } of electors) {
      if (![id, ...aliases].some((name) => trace.text.includes(name))) continue;
      mentions.set(id, [...(mentions.get(id) ?? []), trace]);
    }
  }
  return mentions;
}

/** The n-th elector cast the n-th ballot. */
function rankMatch(
  source: string,
  order: Order,
  which: "first" | "last",
  mentions: Mentions,
  ballots: readonly Ballot[],
): Guess {
  const people = [...mentions].flatMap(([id, traces]) => {
    const places = traces.flatMap((trace) => order.of(trace) ?? []);
    if (places.length === 0) return [];
    return [{ id, at: which === "first" ? Math.min(...places) : Math.max(...places) }];
  });
  const inOrder = inOrderOf(order, ballots);
  people.sort((a, b) => a.at - b.at);
  const links = new Map(
    people.flatMap(({ id }, rank) => {
      const ballot = inOrder[rank];
      return ballot ? [[id, ballot.credential] as const] : [];
    }),
  );
  return { strategy: `${which} in ${source} by ${order.name}`, links };
}

/** Each ballot is of whoever was mentioned last before it and has none yet. */
function lastActive(
  source: string,
  order: Order,
  mentions: Mentions,
  ballots: readonly Ballot[],
): Guess {
  const events = [...mentions].flatMap(([id, traces]) =>
    traces.flatMap((trace) => {
      const at = order.of(trace);
      return at === undefined ? [] : [{ id, at }];
    }),
  );
  const links = new Map<string, string>();
  for (const { credential, trace } of inOrderOf(order, ballots)) {
    const at = order.of(trace) ?? 0;
    const candidates = events.filter((event) => event.at <= at && !links.has(event.id));
    const latest = candidates.reduce<(typeof candidates)[number] | undefined>(
      (best, event) => (!best || event.at > best.at ? event : best),
      undefined,
    );
    if (latest) links.set(latest.id, credential);
  }
  return { strategy: `last active in ${source} by ${order.name}`, links };
}

function inOrderOf(order: Order, ballots: readonly Ballot[]): Ballot[] {
  return [...ballots].sort((a, b) => (order.of(a.trace) ?? 0) - (order.of(b.trace) ?? 0));
}

/** One transaction wrote the ballot and something that names the elector and nobody else. */
function sharedTransaction(
  traces: readonly Trace[],
  electors: readonly KnownElector[],
  ballots: readonly Ballot[],
): Guess {
  const links = new Map<string, string>();
  for (const { credential, trace: ballot } of ballots) {
    const beside = traces.filter(({ transaction }) => transaction === ballot.transaction);
    const named = electors.filter(({ id, aliases }) =>
      beside.some(({ text }) => [id, ...aliases].some((name) => text.includes(name))),
    );
    if (named.length === 1 && named[0]) links.set(named[0].id, credential);
  }
  return { strategy: "the same transaction", links };
}

/** A value of the ballot's row stands in something that names the elector. */
function sharedValue(
  traces: readonly Trace[],
  electors: readonly KnownElector[],
  ballots: readonly Ballot[],
): Guess {
  const links = new Map<string, string>();
  for (const { credential, trace } of ballots) {
    const values = (trace.text.match(/[0-9a-f]{24,}/g) ?? []).map((value) => value.slice(0, 64));
    for (const { id, aliases } of electors) {
      const shared = traces.some(
        ({ text }) =>
          [id, ...aliases].some((name) => text.includes(name)) &&
          values.some((value) => text.includes(value)),
      );
      if (shared) links.set(id, credential);
    }
  }
  return { strategy: "the same value", links };
}
