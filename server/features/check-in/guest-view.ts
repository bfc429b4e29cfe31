import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { SessionView } from "#wire/live-session.ts";
import { withConnection } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import type { RoomKind } from "../../realtime/room-kind.ts";
import { assemblyBySlug } from "./site-sql.ts";

/** However many guests ask, the view is made once in this time (ms). */
const KEPT_MS = 1_500;

export type GuestView = (slug: string) => Promise<Result<SessionView>>;

/**
 * What people see who are not signed in, where the organisers welcome them: what the room's screen
 * may show, without anybody's name. They ask nothing and count in no roll.
 */
export function createGuestView(
  { pool, clock }: Platform,
  rooms: Pick<RoomKind, "view">,
): GuestView {
  const made = new Map<string, { at: number; view: Promise<SessionView> }>();

  const viewOf = (assemblyId: string): Promise<SessionView> => {
    const now = clock.now().getTime();
    const known = made.get(assemblyId);
    if (known && now - known.at < KEPT_MS) return known.view;
    const view = withConnection(pool, (client) => rooms.view(client, assemblyId, "screen")).then(
      (found) => nameless(found as unknown as SessionView),
    );
    made.set(assemblyId, { at: now, view });
    // What failed is tried again by the next guest.
    view.catch(() => made.delete(assemblyId));
    return view;
  };

  return async (slug) => {
    const assembly = await assemblyBySlug(pool, slug);
    if (!assembly || assembly.phase === "prepared") return refuse("not-found");
    if (!assembly.guestsWelcome) return refuse("not-signed-in");
    return ok(await viewOf(assembly.id));
  };
}

function nameless(view: SessionView): SessionView {
  const questions = Object.entries(view.questions).map(([id, question]) => {
    const { ...shown } = question;
    delete shown.author;
    return [id, shown] as const;
  });
  return { ...view, questions: Object.fromEntries(questions) };
}
