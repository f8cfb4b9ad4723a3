import { openIssuer } from '@qianshou/infra/issuer';
import type { ProcessName } from '@qianshou/infra/system';
import { inject } from 'vitest';

export interface Answer {
  readonly status: number;
  // A test reads the answer of its own query; its shape is checked by the test's expectations.
  readonly data: any;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: any;
  }[];
  readonly code: string | undefined;
  /** The whole body, to look for what must not be in it. */
  readonly text: string;
}

/** Asks the gateway as a client does, with the token of a persona of the story or with none. */
export async function ask(
  query: string,
  variables: object = {},
  persona: string | null = null,
): Promise<Answer> {
  const token = persona === null ? null : await tokenOf(persona);
  return post(
    inject('gatewayUrl'),
    { query, variables },
    token === null ? {} : { authorization: `Bearer ${token}` },
  );
}

export async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const { data = null, errors = [] } = JSON.parse(text) as Partial<Answer>;
  return {
    status: response.status,
    data,
    errors,
    code: errors[0]?.extensions?.code as string | undefined,
    text,
  };
}

export async function tokenOf(persona: string): Promise<string> {
  const issuer = await openIssuer(inject('issuerFolder'));
  return issuer.issueToken(persona);
}

/** Its first one: whatever a test does to it is added, and harms no other. */
export async function stationOfYidu(): Promise<string> {
  const { data } = await ask('{ region(code: "420581") { stations(first: 1) { nodes { id } } } }');
  return data.region.stations.nodes[0].id as string;
}

/** As a crash would end it; `start` returns once the process is ready again. */
export const kill = (name: ProcessName): Promise<void> => control('kill', name);
export const start = (name: ProcessName): Promise<void> => control('start', name);

async function control(verb: 'kill' | 'start', name: ProcessName): Promise<void> {
  const response = await fetch(`${inject('controlUrl')}/${verb}/${name}`, { method: 'POST' });
  if (!response.ok) throw new Error(await response.text());
}
