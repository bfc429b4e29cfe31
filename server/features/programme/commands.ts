import { PROGRAMME_COMMANDS as SCHEMAS } from "#wire/programme.ts";
import type { Platform } from "../../platform/platform.ts";
import type { CommandHandler, CommandHandlers } from "../../realtime/command-handler.ts";
import { commandsOn } from "../../realtime/command-handler.ts";
import { addSession, cancelSession, changeSessionOf } from "./arrange-sessions.ts";
import { addSite, cancelSite, changeSite } from "./arrange-sites.ts";
import { type FeedKeys, renewFeed, revokeFeed } from "./feeds.ts";
import { register, withdraw } from "./registrations.ts";
import { takeFigures } from "./take-figures.ts";
import { publishNote, publishSynthesis, writeNote, writeSynthesis } from "./write-note.ts";

/** The acts of this feature: what each carries and which use-case it is. */
export function programmeCommands(platform: Platform, keys: FeedKeys): CommandHandlers {
  const command = commandsOn(platform);

  return {
    "programme.register": command(SCHEMAS["programme.register"], register),
    "programme.withdraw": command(SCHEMAS["programme.withdraw"], withdraw),
    "programme.renew-feed": command(SCHEMAS["programme.renew-feed"], (_, actor) =>
      renewFeed(platform, keys, actor),
    ),
    "programme.revoke-feed": command(SCHEMAS["programme.revoke-feed"], revokeFeed),
    "programme.write-note": command(SCHEMAS["programme.write-note"], writeNote),
    "programme.publish-note": command(SCHEMAS["programme.publish-note"], publishNote),
    "programme.write-synthesis": command(SCHEMAS["programme.write-synthesis"], writeSynthesis),
    "programme.publish-synthesis": command(
      SCHEMAS["programme.publish-synthesis"],
      publishSynthesis,
    ),
    "programme.add-session": command(SCHEMAS["programme.add-session"], addSession),
    "programme.change-session": command(SCHEMAS["programme.change-session"], changeSessionOf),
    "programme.cancel-session": command(SCHEMAS["programme.cancel-session"], cancelSession),
    "programme.add-site": command(SCHEMAS["programme.add-site"], addSite),
    "programme.change-site": command(SCHEMAS["programme.change-site"], changeSite),
    "programme.cancel-site": command(SCHEMAS["programme.cancel-site"], cancelSite),
    "programme.take-figures": command(SCHEMAS["programme.take-figures"], takeFigures),
  } satisfies Record<keyof typeof SCHEMAS, CommandHandler>;
}
