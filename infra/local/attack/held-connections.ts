import { getIntrospectionQuery } from 'graphql';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { atMost, type Measurement, measured } from '../bench/measurement.ts';
import type { AttackedSystem } from './attacked-system.ts';
import { bodyOf } from './client.ts';
import { besides, type Noticed } from './probe.ts';

const HELD = 256;
const SECONDS = 12;

/** Bodies that never become whole: a byte now and then, on many connections. */
export async function halfOpenBodies(system: AttackedSystem): Promise<readonly Measurement[]> {
  const hold = (): Socket => {
    const socket = open(system.url, head(system.url, 60_000));
    const dribble = setInterval(() => socket.write(' '), 250);
    socket.once('close', () => clearInterval(dribble));
    return socket;
  };
  return rowsOf(`${HELD} half-open bodies`, await whileHeld(system, hold));
}

/** Answers of megabytes that nobody reads, on many connections. */
export async function slowReaders(system: AttackedSystem): Promise<readonly Measurement[]> {
  const body = bodyOf(getIntrospectionQuery());
  const hold = (): Socket => open(system.url, head(system.url, Buffer.byteLength(body)) + body).pause();
  return rowsOf(`${HELD} readers that do not read`, await whileHeld(system, hold));
}

interface Held {
  readonly noticed: Noticed;
  readonly memory: number;
}

async function whileHeld({ url, gatewayMemory }: AttackedSystem, hold: () => Socket): Promise<Held> {
  let memory = 0;
  const watch = setInterval(() => (memory = Math.max(memory, gatewayMemory())), 200);
  const noticed = await besides(url, async () => {
    const sockets = Array.from({ length: HELD }, hold);
    await pause(SECONDS * 1_000);
    for (const socket of sockets) socket.destroy();
  });
  clearInterval(watch);
  return { noticed, memory };
}

function rowsOf(what: string, { noticed, memory }: Held): readonly Measurement[] {
  return [
    measured(`${what}: small questions answered beside them`, noticed.answered, ''),
    atMost(`${what}: small questions that failed`, noticed.failed, 0, ''),
    atMost(`${what}: slowest small question`, noticed.slowest, 500, 'ms'),
    atMost(`${what}: memory of the gateway`, memory, 600, 'MB'),
  ];
}

function open({ hostname, port }: URL, text: string): Socket {
  const socket = connect(Number(port), hostname);
  // The gateway breaks off: that is what is hoped for.
  socket.on('error', () => socket.destroy());
  socket.write(text);
  return socket;
}

function head({ pathname, host }: URL, length: number): string {
  return `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;
}
