// Rules of this house that no linter brings along. Each message says what to do instead.

const BANNED_WORDS = ['Manager', 'Helper', 'Util', 'Utils', 'Common', 'Base', 'Impl', 'Data', 'Info'];
/** A word of its own inside a camel-case name: `Database` holds no `Data`, `AgencyManager` does hold a `Manager`. */
const BANNED_NAME = new RegExp(`(^|[a-z0-9])(${BANNED_WORDS.join('|')})(?![a-z])`);
const INTERFACE_PREFIX = /^I[A-Z][a-z]/;
/** Words of GraphQL, of CloudEvents, of libraries and of the domain that happen to end like that. */
const ALLOWED_NAMES = /PageInfo|ResolveInfo|EventData|AgencyManager|DataSource|personalData/i;

const namesSayWhat = {
  create(context) {
    const look = (id) => {
      if (id?.type !== 'Identifier' || ALLOWED_NAMES.test(id.name)) return;
      const word = BANNED_NAME.exec(id.name)?.[2];
      if (word !== undefined)
        report(context, id, `"${word}" says nothing: name "${id.name}" after what it does.`);
    };
    return {
      FunctionDeclaration: (node) => look(node.id),
      ClassDeclaration: (node) => look(node.id),
      TSTypeAliasDeclaration: (node) => look(node.id),
      TSInterfaceDeclaration: (node) => {
        look(node.id);
        if (INTERFACE_PREFIX.test(node.id.name)) {
          report(context, node.id, 'An interface needs no "I" in front of its name.');
        }
      },
    };
  },
};

const onlyErrorsAreClasses = {
  create(context) {
    const look = (node) => {
      const parent = node.superClass?.name ?? '';
      if (!parent.endsWith('Error') && parent !== 'RemoteGraphQLDataSource') {
        report(context, node, 'Functions and closures, no classes but errors and what a library demands.');
      }
    };
    return { ClassDeclaration: look, ClassExpression: look };
  },
};

/** One way to each name: only the index of a folder passes names on. A library's type may get its one place here. */
const noBarrels = {
  create(context) {
    const refuse = (node) => {
      if (node.source && node.exportKind !== 'type')
        report(context, node, 'Import from where it is declared: only an index.ts passes names on.');
    };
    return { ExportAllDeclaration: refuse, ExportNamedDeclaration: refuse };
  },
};

const INEXACT_CALLS = new Set(['Number', 'parseFloat', 'parseInt']);
const INEXACT_MATHS = new Set(['round', 'floor', 'ceil', 'trunc']);

const moneyIsExact = {
  create(context) {
    return {
      CallExpression: ({ callee }) => {
        if (callee.type === 'Identifier' && INEXACT_CALLS.has(callee.name)) {
          report(context, callee, `Money is fen in a bigint: no ${callee.name}() here.`);
        }
        if (callee.object?.name === 'Math' && INEXACT_MATHS.has(callee.property?.name)) {
          report(
            context,
            callee,
            'Money is divided by the functions of the kernel, which keep the remainder.',
          );
        }
      },
      BinaryExpression: (node) => {
        if (node.operator === '/') {
          report(context, node, 'Money is divided by the functions of the kernel, which keep the remainder.');
        }
      },
    };
  },
};

function report(context, node, message) {
  context.report({ node, message });
}

const plugin = {
  meta: { name: 'house-style' },
  rules: {
    'names-say-what': namesSayWhat,
    'no-barrels': noBarrels,
    'only-errors-are-classes': onlyErrorsAreClasses,
    'money-is-exact': moneyIsExact,
  },
};

export default plugin;
