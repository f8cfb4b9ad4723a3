import graphql from '@graphql-eslint/eslint-plugin';

const { configs, parser } = graphql;

/** The graph as clients see it, by the recommended rules and those of Relay; what is left out says why. */
export default [
  {
    files: ['**/*.graphql'],
    languageOptions: {
      parser,
      parserOptions: { graphQLConfig: { schema: 'packages/client/schema.graphql' } },
    },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...configs['flat/schema-recommended'].rules,
      ...configs['flat/schema-relay'].rules,
      // A type without an id is a value of what holds it: a rate, a warning, a document's number and day.
      '@graphql-eslint/strict-id-in-types': 'off',
      // `Rate.rate` and `Contract.contractNo` are the words of the field; `contract.no` would be none.
      '@graphql-eslint/no-typename-prefix': 'off',
      // Lists turn forwards only: a page before the first is asked by the other order, which every index serves.
      // `first` is a `PageSize`, a number whose bounds the schema tells.
      '@graphql-eslint/relay-arguments': 'off',
      // What is short by its nature is a plain list; rows of a report are no objects of the graph, so no `Node`.
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
      '@graphql-eslint/naming-convention': [
        'error',
        {
          ...configs['flat/schema-recommended'].rules['@graphql-eslint/naming-convention'][1],
          // CloudEvents calls it the type of an event.
          'ObjectTypeDefinition,ObjectTypeExtension': {
            forbiddenPrefixes: ['Type'],
            forbiddenSuffixes: ['Type'],
            ignorePattern: '^PartnerEventType$',
          },
        },
      ],
    },
  },
];
