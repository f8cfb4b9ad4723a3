import { graphClient, isRefusedWith, withIdempotencyKey } from '@qianshou/client';

const graph = graphClient({
  url: process.env['QIANSHOU_URL'] ?? 'http://127.0.0.1:4000/graphql',
  token: () => process.env['QIANSHOU_TOKEN'] ?? null,
});

// A text of your own serves as a document; give it the types of its variables and its answer.
const LOG = 'mutation Log($input: LogActivityInput!) { logActivity(input: $input) { station { id } } }';

// Kept, and sent again as it is: the second answer is the first one, and nothing is logged twice.
const input = withIdempotencyKey({
  stationId: 'sta_01890000-0000-7000-8000-000000000000',
  title: '重阳节活动',
  heldOn: '2026-10-18',
  participants: 40,
});
const asked = await graph.ask(LOG, { input });

if (isRefusedWith(asked, 'STATION_NOT_FOUND')) console.log('no such station');
else for (const { code, message } of asked.refusals) console.error(`${code}: ${message}`);
