import fc from 'fast-check';
import { Kind, parse, separateOperations, type DocumentNode, type SelectionSetNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { documentShape } from './document-shape.ts';

const shapeOf = (source: string) => documentShape(parse(source));

/** Fragment n spreads some of the fragments after it, so that none spreads itself. */
const documents = fc
  .array(
    fc.tuple(fc.integer({ min: 1, max: 3 }), fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 })),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((fragments) => {
    const written = fragments.map(([fields, steps], at) => {
      const spreads = steps.filter((step) => at + step < fragments.length).map((step) => `...F${at + step}`);
      return `fragment F${at} on T { ${'a { b } '.repeat(fields)} ${spreads.join(' ')} }`;
    });
    return parse(`{ root { ...F0 } } ${written.join('\n')}`);
  });

/** Counts by expanding everything: right, and as slow as what it protects from. */
function expanded(document: DocumentNode): number {
  const setOf = (name: string): SelectionSetNode | undefined =>
    document.definitions.find(
      (found) => found.kind === Kind.FRAGMENT_DEFINITION && found.name.value === name,
    )?.['selectionSet' as never];
  const count = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? [])
      .map((one) => 1 + count(one.kind === Kind.FRAGMENT_SPREAD ? setOf(one.name.value) : one.selectionSet))
      .reduce((sum, found) => sum + found, 0);
  const [operation] = Object.values(separateOperations(document)).flatMap(({ definitions }) => definitions);
  return operation?.kind === Kind.OPERATION_DEFINITION ? count(operation.selectionSet) : 0;
}

describe('the shape of a document', () => {
  it('counts its selections as if every fragment were expanded', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(documentShape(document).selections).toBe(expanded(document));
      }),
    );
  });

  it('takes time linear to the text, however far it expands', () => {
    const doubling = Array.from(
      { length: 1_000 },
      (_, at) => `fragment F${at} on T { ...F${at + 1} ...F${at + 1} }`,
    );
    const document = parse(`{ ...F0 } ${doubling.join('\n')} fragment F1000 on T { a }`);
    const started = performance.now();

    const { selections } = documentShape(document);

    expect(selections).toBeGreaterThan(1e300);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('ends for fragments that spread themselves, which validation refuses', () => {
    expect(
      shapeOf('{ ...A } fragment A on Query { a ...B } fragment B on Query { b ...A }').selections,
    ).toBeLessThan(9);
  });

  it('sees depth and root fields through fragments', () => {
    const shape = shapeOf('{ ...A a } fragment A on Query { b { ... on T { c { d } } } }');

    expect(shape).toMatchObject({
      depth: 3,
      rootFields: 2,
      fragments: 1,
      operations: 1,
      operationName: null,
    });
  });

  it('counts root mutations through fragments', () => {
    expect(shapeOf('mutation M { ...A ...A } fragment A on Mutation { a }')).toMatchObject({
      mutations: 2,
      operationName: 'M',
    });
  });

  it('counts aliases and directives wherever they are written', () => {
    const shape = shapeOf('query Q($x: Int @d) @d { a: b @d ...A } fragment A on T @d { ... @d { c: d } }');

    expect(shape).toMatchObject({ aliases: 2, directives: 5 });
  });

  it('keeps the depth of introspection apart', () => {
    const shape = shapeOf('{ a { b } ...A } fragment A on Query { __schema { types { fields { name } } } }');

    expect(shape).toMatchObject({ depth: 2, introspectionDepth: 4, introspects: true });
  });

  it('collects the texts of the document', () => {
    expect(shapeOf('query ($x: String = "one") { a(b: { c: ["two"] }) @d(e: """three""") }').strings).toEqual(
      ['one', 'two', 'three'],
    );
  });
});
