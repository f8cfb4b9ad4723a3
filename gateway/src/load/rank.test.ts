import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { moneyMutations } from './rank.ts';

describe('changes of money', () => {
  it('are those that the schema shows a sum of, in what they are given or in what they change', () => {
    const schema = buildSchema(`
      scalar Fen
      type Amount { fen: Fen! }
      type Payment { amount: Amount! }
      type Station { name: String! payments: [Payment!]! }
      type PaymentPayload { payment: Payment! }
      type StationPayload { station: Station! }
      input Lines { amountFen: Fen! }
      input DraftInput { lines: [Lines!]! }
      type Query { a: String }
      type Mutation {
        draft(input: DraftInput!): StationPayload
        pay(id: ID!): PaymentPayload
        rename(name: String!): StationPayload
      }
    `);

    expect([...moneyMutations(schema)]).toEqual(['draft', 'pay']);
  });

  it('are in the graph commands of funding, and payments among them', () => {
    const supergraph = readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8');
    const mutations = /^type Mutation [^{]*\{([\s\S]*?)^\}/m.exec(supergraph)?.[1] ?? '';
    const ofFunding = [
      ...mutations.matchAll(
        /^ {2}(\w+)\([^"]*?(?:"""[^"]*"""[^"]*?)*\): \w+! @join__field\(graph: (\w+)\)/gm,
      ),
    ]
      .filter(([, , graph]) => graph === 'FUNDING')
      .map(([, name]) => name);

    const found = moneyMutations(buildSchema(supergraph, { assumeValid: true }));

    expect([...found].filter((name) => !ofFunding.includes(name))).toEqual([]);
    expect([...found]).toEqual(
      expect.arrayContaining(['approveBudget', 'signContract', 'makePayment', 'applyForAward']),
    );
  });
});
