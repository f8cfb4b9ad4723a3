import { connectMongo } from '@qianshou/service-kit/mongo';
import { deskOf, working } from './importing.ts';

/** A process that works imports off until, with HOLD_AT rows written, it says so and hangs in the middle of a transaction. */
const { FROM = '', HOLD_AT = '0' } = process.env;

const connection = await connectMongo({ uri: FROM, appName: 'import-process' });
const desk = await deskOf(connection, {
  name: 'child',
  beforeSaving: async (written) => {
    if (written < Number(HOLD_AT)) return;
    process.stdout.write('holding\n');
    await new Promise((resolve) => {
      setTimeout(resolve, 60_000);
    });
  },
});
working(desk);
process.stdout.write('working\n');
