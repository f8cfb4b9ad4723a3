import { graphClient, nodesOf } from '@qianshou/client';
import { KeyCountiesWithoutAPairingDocument } from '@qianshou/client/documents';

const graph = graphClient({
  url: process.env['QIANSHOU_URL'] ?? 'http://127.0.0.1:4000/graphql',
  language: 'zh-CN',
});

const counties = nodesOf(async (after) => {
  const { data, refusals } = await graph.ask(KeyCountiesWithoutAPairingDocument, { after });
  for (const { code, message } of refusals) console.error(`${code}: ${message}`);
  return data?.recipientCounties;
});

for await (const { county } of counties) console.log(county?.name);
