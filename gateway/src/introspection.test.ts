import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { descriptions } from './introspection.ts';

const schema = buildSchema('type Query { name: String }');
const asked = (query: string) => {
  const document = parse(query);
  const [operation] = document.definitions as readonly OperationDefinitionNode[];
  return { schema, document, operation, operationName: null, request: { query } } as never;
};

describe('the text of a description', () => {
  it('is made once, and is that of the answer', async () => {
    const { apart, textOf } = descriptions();
    const execute = apart(async () => ({ data: { name: 'N' } }));
    const question = asked('{ __schema { queryType { name } } }');

    const answers = [await execute(question), await execute(question)];
    const texts = answers.map(textOf);

    expect(texts).toEqual(answers.map((answer) => JSON.stringify(answer)));
    expect(answers[0]?.data).toBe(answers[1]?.data);
    Object.assign(answers[0]?.data ?? {}, { toJSON: () => 'made again' });
    expect(textOf(answers[1] ?? {})).toBe(texts[0]);
  });

  it('is kept also where errors and extensions are named and absent, as Apollo Server does', async () => {
    const { apart, textOf, keptBytes } = descriptions();
    const execute = apart(async () => ({ data: { name: 'N' } }));

    const { data } = await execute(asked('{ __schema { queryType { name } } }'));
    const text = textOf({ errors: undefined, data, extensions: undefined });

    expect(keptBytes(text)?.toString()).toBe(text);
  });

  it('says what else stands in the answer', async () => {
    const { apart, textOf } = descriptions();
    const execute = apart(async () => ({ data: { name: 'N' } }));

    const description = await execute(asked('{ __schema { queryType { name } } }'));
    const other = await execute(asked('{ name }'));

    textOf(description);
    expect(textOf({ ...description, extensions: { cost: 1 } })).toContain('"cost":1');
    expect(textOf(other)).toBe('{"data":{"name":"N"}}');
  });
});
