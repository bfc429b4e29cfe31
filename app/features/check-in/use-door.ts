import { useEffect, useState, useSyncExternalStore } from "react";
import type { DoorList, DoorNews } from "#wire/check-in.ts";
import { postAct } from "#app/features/live-session/post-act.ts";
import { forgetDoorPage, keepDoorPage } from "./door-offline.ts";
import { EMPTY_DOOR, DoorDesk, type DoorLine, type DoorState } from "./door-desk.ts";

/** What others did is asked, and what waits is sent, this often (ms). */
const EXCHANGE_EVERY = 8_000;

/** The door of an assembly on this device, from the list that it keeps. */
export function useDoor(
  slug: string,
  assemblyId: string,
  site: string,
): { state: DoorState; desk: DoorDesk } {
  const [desk] = useState(() => new DoorDesk(assemblyId, lineOf(slug, assemblyId)));
  const state = useSyncExternalStore(desk.subscribe, desk.current, () => EMPTY_DOOR);
  useEffect(() => {
    const exchange = () => void desk.exchange();
    void desk.start();
    const timer = setInterval(exchange, EXCHANGE_EVERY);
    window.addEventListener("online", exchange);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", exchange);
    };
  }, [desk]);
  const { book, forgotten } = state;
  const ready = book !== undefined;
  useEffect(() => {
    if (forgotten) void forgetDoorPage(slug);
    else if (ready) void keepDoorPage(slug, site);
  }, [ready, forgotten, slug, site]);
  return { state, desk };
}

function lineOf(slug: string, assemblyId: string): DoorLine {
  const door = `/live-session/${slug}/door`;
  return {
    list: () => fetchJson<DoorList>(`${door}/list.json`),
    news: (since) => fetchJson<DoorNews>(`${door}/news.json?since=${since}`),
    sync: (acts) => postAct(slug, "door.sync", { assemblyId, acts }),
  };
}

async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as T;
}
