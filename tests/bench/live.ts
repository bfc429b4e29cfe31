import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { sessionRoom } from "../../app/wire/protocol.ts";
import { peopleOnRoll, signIn, type SignedIn } from "../support/electors.ts";
import { LightSocket } from "../../server/rehearsal/light-socket.ts";
import { CountReader } from "./count-reader.ts";
import { cpuSeconds } from "./cpu.ts";
import { withCooperative, type Cooperative } from "./cooperative.ts";
import { percentile } from "./figures.ts";
import { measureBareEmission, type Emission } from "./bare-socketio.ts";
import { publish } from "./publish.ts";

const MEMBERS = 2_000;
const SUPPORTS_PER_SECOND = 500;
const SECONDS = 20;
const QUESTIONS = 60;

/**
 * 2,000 members in a room while 500 supports a second come in. How late the final counts reach
 * every member, how often a member is spoken to, and the server's CPU against bare Socket.IO
 * emitting the very same deltas at the same moments to as many sockets.
 */
await withCooperative(async (cooperative) => {
  const people = await signIn(
    cooperative.pool,
    await peopleOnRoll(cooperative.pool, cooperative.assemblyId, MEMBERS),
  );
  // The mode in which every support shows at once: the most that a room is ever told.
  await cooperative.pool.query("UPDATE assembly SET question_mode = 'simple' WHERE id = $1", [
    cooperative.assemblyId,
  ]);
  const questions = await cooperative.publishQuestions(QUESTIONS);
  const crowd = await enter(cooperative, people);
  await pause(3_000);

  const cpuBefore = cpuSeconds(cooperative.webPid);
  const emissions = crowd.record();
  const lastAck = await support(crowd.sockets, questions);
  await pause(2_500);
  const cpu = cpuSeconds(cooperative.webPid) - cpuBefore;
  const deltas = emissions.stop();

  const finals = await cooperative.supportCounts();
  const late = crowd.readers.map((reader) => reader.finalAt(finals) - lastAck);
  const busiest = Math.max(...crowd.readers.map((reader) => reader.mostInOneSecond()));
  crowd.sockets.forEach((socket) => socket.close());

  const floor = await measureBareEmission(deltas, MEMBERS);
  const ratio = cpu / floor.cpu;
  const p99 = Math.max(0, percentile(late, 0.99));
  publish("live", { members: MEMBERS, deltas: deltas.length, p99, busiest, cpu, floor, ratio }, [
    { what: "deltas of the room", value: `${deltas.length} in ${SECONDS} s` },
    {
      what: "final counts at every member after the last acknowledgement, p99",
      value: `${Math.round(p99)} ms`,
      bound: "≤ 1,000 ms",
      holds: p99 <= 1_000,
    },
    {
      what: "most deltas at one member in one second",
      value: String(busiest),
      bound: "≤ 4",
      holds: busiest <= 4,
    },
    { what: "server CPU", value: `${cpu.toFixed(2)} s` },
    { what: "bare Socket.IO, the same deltas, CPU", value: `${floor.cpu.toFixed(2)} s` },
    { what: "ratio", value: `${ratio.toFixed(2)} ×`, bound: "≤ 1.5 ×", holds: ratio <= 1.5 },
  ]);
});

async function enter(cooperative: Cooperative, people: readonly SignedIn[]) {
  const sockets: LightSocket[] = [];
  const readers: CountReader[] = [];
  for (let start = 0; start < people.length; start += 50) {
    const group = people.slice(start, start + 50);
    await Promise.all(
      group.map(async (person) => {
        const socket = await LightSocket.connect(cooperative.url, person.cookie);
        const reader = new CountReader();
        socket.onDelta = (delta) => reader.receive(delta);
        const answer = await socket.join(sessionRoom(cooperative.assemblyId, "member"));
        if (!answer.ok) throw new Error(`A join was refused: ${answer.error.code}`);
        sockets.push(socket);
        readers.push(reader);
      }),
    );
  }
  return { sockets, readers, record: () => recordEmissions(sockets[0]) };
}

/** The deltas as one member gets them, with their moments, to be emitted again by the floor. */
function recordEmissions(socket: LightSocket | undefined) {
  if (!socket) throw new Error("nobody is in the room");
  const started = performance.now();
  const emissions: Emission[] = [];
  const receive = socket.onDelta;
  socket.onDelta = (delta) => {
    emissions.push({ at: performance.now() - started, delta });
    receive(delta);
  };
  return {
    stop: () => {
      socket.onDelta = receive;
      return emissions;
    },
  };
}

/** Steady supports from everybody in turn; returns the moment of the last acknowledgement. */
async function support(
  sockets: readonly LightSocket[],
  questions: readonly string[],
): Promise<number> {
  const started = performance.now();
  const total = SUPPORTS_PER_SECOND * SECONDS;
  const pending: Promise<unknown>[] = [];
  for (let sent = 0; sent < total; ) {
    const due = Math.min(
      total,
      Math.floor(((performance.now() - started) / 1_000) * SUPPORTS_PER_SECOND),
    );
    for (; sent < due; sent += 1) {
      const socket = sockets[sent % sockets.length];
      const questionId = questions[Math.floor(sent / sockets.length + sent) % questions.length];
      if (socket) {
        pending.push(socket.command(randomUUID(), "question.support", { questionId, on: true }));
      }
    }
    await pause(10);
  }
  await Promise.all(pending);
  return performance.now();
}
