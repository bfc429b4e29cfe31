import type { Update } from "#domain/smartlab/minutes/shared-text.ts";
import {
  forgetPage,
  keepBeside,
  keepPage,
  keptBeside,
} from "#app/features/live-session/kept-page.ts";

/** Everything that a browser knows of a text, and the number of the last change it heard. */
export type KnownWords = { state: Update; heard: number };

const SEQ_BYTES = 4;

const pathOf = (slug: string, minutesId: string) => `/smartlab/${slug}/minutes/${minutesId}`;

/**
 * The page of a text that is being written, on this device: it opens again without a network, with
 * what was known of the text. Nothing is kept where the browser keeps nothing.
 */
export function keptWords({
  slug,
  minutesId,
  personId,
}: {
  slug: string;
  minutesId: string;
  personId: string;
}) {
  const path = pathOf(slug, minutesId);
  let next: (() => KnownWords) | undefined;
  let writing: Promise<void> | undefined;
  const write = async () => {
    while (next) {
      const { state, heard } = next();
      next = undefined;
      const bytes = new Uint8Array(SEQ_BYTES + state.length);
      new DataView(bytes.buffer).setUint32(0, heard);
      bytes.set(state, SEQ_BYTES);
      await keepBeside(path, personId, bytes).catch(() => undefined);
    }
    writing = undefined;
  };
  return {
    page: () => keepPage(path, path),
    /** One write at a time, always of the latest. */
    keep: (known: () => KnownWords): Promise<void> => {
      next = known;
      writing ??= write();
      return writing;
    },
    read: async (): Promise<KnownWords | undefined> => {
      const bytes = await keptBeside(path, personId).catch(() => undefined);
      if (!bytes || bytes.length < SEQ_BYTES) return undefined;
      const heard = new DataView(bytes.buffer).getUint32(0);
      return { state: bytes.slice(SEQ_BYTES), heard };
    },
  };
}

/** It is written no more. */
export function forgetWords(slug: string, minutesId: string): Promise<void> {
  return forgetPage(pathOf(slug, minutesId));
}
