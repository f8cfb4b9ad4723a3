import { graphClient, isRefusedWith, withIdempotencyKey } from '@qianshou/client';

const graph = graphClient({ url: process.env['QIANSHOU_URL'] ?? 'http://127.0.0.1:4000/graphql' });

// A text of your own serves as a document; give it the types of its variables and its answer.
const ASK = 'mutation Ask($input: FileComplaintInput!) { fileComplaint(input: $input) { complaint { id } } }';

// Kept, and sent again as it is: the second answer is the first one, and nothing is filed twice.
const input = withIdempotencyKey({
  stationId: 'sta_01890000-0000-7000-8000-000000000000',
  kind: 'PREMISES',
  statement: '门口的路灯坏了',
});
const asked = await graph.ask(ASK, { input });

if (isRefusedWith(asked, 'STATION_NOT_FOUND')) console.log('no such station');
else for (const { code, message } of asked.refusals) console.error(`${code}: ${message}`);
