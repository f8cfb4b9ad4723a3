import { connectMongo } from '@qianshou/service-kit/mongo';

/** What the databases of a run have in their names: its test files are children of one process. */
export function ofRun(pid: number): string {
  return `run${pid}`;
}

/** After the last test of a run: a server that outlives it keeps nothing of it. */
export async function teardown(): Promise<void> {
  const uri = process.env['QIANSHOU_TEST_MONGODB_URI'];
  if (uri === undefined) return;
  const connection = await connectMongo({ uri, appName: 'test-teardown' });
  const { databases } = await connection.getClient().db().admin().listDatabases({ nameOnly: true });
  const own = databases.filter(({ name }) => name.split('_').includes(ofRun(process.pid)));
  await Promise.all(own.map(({ name }) => connection.useDb(name).dropDatabase()));
  await connection.close();
}
