import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { CONTRACTS, FIXTURE_NAMES, type FixtureName } from '../test/fixture/contracts.ts';
import { RESOLVERS } from '../test/fixture/resolvers.ts';
import { beMeasured } from './measured-process.ts';

/**
 * The five fixture subgraphs in a process of their own. Each answer is computed once by a real subgraph schema and then
 * repeated for the same request, so that the machine's time goes to the gateway that is measured.
 */
async function serve(name: FixtureName): Promise<string> {
  const schema = buildSubgraphSchema([
    { typeDefs: parse(CONTRACTS[name]), resolvers: RESOLVERS[name] as never },
  ]);
  const answers = new Map<string, string>();
  const answer = async (body: string): Promise<string> => {
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    const result = await graphql({ schema, source: query, variableValues: variables ?? {} });
    return JSON.stringify(result);
  };
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const known = answers.get(body) ?? (await answer(body));
    answers.set(body, known);
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(known);
  };
  const server = createServer(
    { keepAliveTimeout: 60_000 },
    (request, response) => void respond(request, response),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  return `http://127.0.0.1:${address.port}/graphql`;
}

const urls = await Promise.all(FIXTURE_NAMES.map(async (name) => [name, await serve(name)] as const));
beMeasured(Object.fromEntries(urls));
