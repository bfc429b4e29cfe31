/** What a group may keep, by the end of the file's name. Nothing that a browser would run. */
export const FILE_KINDS: Record<string, string> = {
  pdf: "application/pdf",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  odp: "application/vnd.oasis.opendocument.presentation",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  txt: "text/plain; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
};

/** Bytes of one file. */
export const MOST_FILE_BYTES = 10_000_000;
/** Files of one lab. */
export const MOST_FILES = 200;

/** The media type of a file name; undefined for a kind that is not taken. */
export function mediaTypeOf(fileName: string): string | undefined {
  const end = /\.([a-z]+)$/.exec(fileName.toLowerCase())?.[1] ?? "";
  return Object.hasOwn(FILE_KINDS, end) ? FILE_KINDS[end] : undefined;
}
