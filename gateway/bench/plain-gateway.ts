import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { composeSupergraph } from '../test/fixture/compose.ts';
import { silenceApollo } from '../src/config.ts';
import { fixtureContracts } from '../test/fixture/contracts.ts';
import { beMeasured } from './measured-process.ts';

/** What the gateway is compared with: Apollo's, as its documentation starts it, with the stock data source. */
silenceApollo();
const addresses = JSON.parse(process.env['BENCH_SUBGRAPHS'] ?? '{}') as Record<string, string>;
const gateway = new ApolloGateway({
  supergraphSdl: composeSupergraph(fixtureContracts()),
  buildService: ({ name }) => new RemoteGraphQLDataSource({ url: addresses[name] ?? '' }),
});
const server = new ApolloServer({ gateway });
const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
beMeasured({ url: url.replace(/\/$/, '') });
