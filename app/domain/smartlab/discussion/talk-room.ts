/** The room of what a group talks about. */
export function talkRoom(labId: string): string {
  return `lab-talk/${labId}/group`;
}
