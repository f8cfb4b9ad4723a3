import type { Broker } from '@qianshou/service-kit/kafka';
import { connectMongo } from '@qianshou/service-kit/mongo';
import { brokerOf, relayOf } from './wiring.ts';

/**
 * A relay in a process of its own, for tests that kill or stop it. DIE_AFTER: the batch between whose publishing and
 * marking it dies. HOLD_BEFORE: the batch that it reads, announces, and publishes only half a second later.
 */
const { FROM = '', BROKERS = '', PREFIX = '', DIE_AFTER = '0', HOLD_BEFORE = '0' } = process.env;

const broker = brokerOf(BROKERS.split(','), PREFIX);
let batches = 0;

const faulty: Broker = {
  ...broker,
  publish: async (messages) => {
    batches += 1;
    if (batches === Number(HOLD_BEFORE)) await announce('holding');
    const placements = await broker.publish(messages);
    if (batches === Number(DIE_AFTER)) process.kill(process.pid, 'SIGKILL');
    if (batches === Number(HOLD_BEFORE)) process.stdout.write('published\n');
    return placements;
  },
};

/** The pause is when the test stops this process. */
function announce(what: string): Promise<void> {
  process.stdout.write(`${what}\n`);
  return new Promise((resolve) => {
    setTimeout(resolve, 500);
  });
}

await relayOf(await connectMongo({ uri: FROM, appName: 'relay-process' }), faulty);
