import type { PersonActor } from "../../app/domain/kernel/actor.ts";
import type { Container } from "../../server/container.ts";
import { signIn } from "./electors.ts";

/** Signs these people in and returns them as the server knows them, roles included. */
export async function signInAs(
  container: Container,
  personIds: readonly string[],
): Promise<PersonActor[]> {
  const signedIn = await signIn(container.platform.pool, personIds);
  return Promise.all(
    signedIn.map(async ({ cookie }) => {
      const { actor } = await container.api.auth.actorOfCookieHeader(cookie);
      if (actor.kind !== "person") throw new Error("the session was not accepted");
      return actor;
    }),
  );
}
