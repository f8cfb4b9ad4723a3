import type { Settings } from './settings.ts';

/** What a person wants to know once everything runs. */
export function welcome({ ports }: Settings): string {
  const { graphql, health } = ports.gateway;
  return `
  Explorer   http://127.0.0.1:${graphql}/
  Graph      http://127.0.0.1:${graphql}/graphql
  Schema     http://127.0.0.1:${graphql}/schema.graphql
  Health     http://127.0.0.1:${health}/readyz
  Token      npm run --silent token -- yidu-bureau
  Logs       .local/logs/
  Stop       Ctrl-C
`;
}
