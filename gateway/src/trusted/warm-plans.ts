import { setImmediate } from 'node:timers/promises';
import type { ApolloServer } from '@apollo/server';
import {
  type FormattedExecutionResult,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
} from 'graphql';
import { PUBLIC_CALLER } from '../caller.ts';
import { contextWithoutRequest, type GatewayContext } from '../gateway-context.ts';
import { sampleVariables } from './sample-variables.ts';

export interface WarmPlansOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly schema: GraphQLSchema;
  readonly texts: Iterable<string>;
  /** The server is being closed: what is left is not planned. */
  readonly ended: AbortSignal;
}

export interface WarmPlans {
  /** Plans: of most operations two. */
  readonly planned: number;
  /** Names of operations that the graph refuses: their application is older or newer than the graph. */
  readonly refused: readonly string[];
}

/**
 * Reads, checks and plans the documents that applications registered, so that nobody's first question waits for that.
 * Each is run for a client that has left already: planned as any other, and never sent to a subgraph.
 */
export async function warmPlans({ apollo, schema, texts, ended }: WarmPlansOptions): Promise<WarmPlans> {
  const refused: string[] = [];
  let planned = 0;
  for (const { text: query, name, operation } of operationsOf(texts)) {
    if (ended.aborted) break;
    const named = name === null ? { query } : { query, operationName: name };
    const asked = { ...named, variables: sampleVariables(schema, operation) };
    const { body } = await apollo.executeOperation(asked, { contextValue: nobody() });
    if (body.kind === 'single' && isPlanned(body.singleResult)) planned += 1;
    else refused.push(name ?? query.slice(0, 40));
    // Whoever asks meanwhile comes first.
    await setImmediate();
  }
  return { planned, refused };
}

/** What fails of a plan that was made is that no subgraph was asked. */
function isPlanned({ errors = [] }: FormattedExecutionResult): boolean {
  return errors.every(({ extensions }) => extensions?.['kind'] === 'UNAVAILABLE');
}

interface AskedOperation {
  readonly text: string;
  readonly name: string | null;
  readonly operation: OperationDefinitionNode;
}

/** By their names, and one that is alone also without: clients ask in both ways, and a plan is kept for each. */
function* operationsOf(texts: Iterable<string>): Generator<AskedOperation> {
  for (const text of texts) {
    const operations = operationsIn(text);
    for (const operation of operations) {
      if (operation.name !== undefined) yield { text, operation, name: operation.name.value };
      if (operations.length === 1) yield { text, operation, name: null };
    }
  }
}

function operationsIn(text: string): readonly OperationDefinitionNode[] {
  const { definitions } = parse(text, { noLocation: true });
  const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  // Of subscriptions there is no plan: what they ask of the graph is asked with each event.
  return operations.filter(({ operation }) => operation !== OperationTypeNode.SUBSCRIPTION);
}

const GONE = AbortSignal.abort();

function nobody(): GatewayContext {
  return contextWithoutRequest({
    correlationId: 'warm-up',
    caller: PUBLIC_CALLER,
    callerKey: 'warm-up',
    language: 'en',
    deadline: 0,
    gone: GONE,
  });
}
