/** Whole seconds as minutes and seconds, "1:05": the same in every language. */
export function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
