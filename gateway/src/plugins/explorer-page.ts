import { IS_ABOUT_THE_SCHEMA } from './explorer-schema.ts';

/** Where the explorer's page reads who may use what. */
export const WHO_MAY_FILE = 'who-may.json';

/**
 * Says under each operation's description who may use it. The graph itself does not tell: access is decided where the
 * data is, and its table is a document.
 */
export const TELLS_WHO_MAY = `{
  const ask = globalThis.fetch;
  ${IS_ABOUT_THE_SCHEMA}
  const whoMay = async () => {
    const response = await ask.call(globalThis, new URL('/explorer/${WHO_MAY_FILE}', location.origin).href);
    return response.ok ? response.json() : {};
  };
  const told = (schema, access) => {
    const roots = [schema.queryType, schema.mutationType].map((type) => type?.name);
    for (const { name, fields } of schema.types ?? [])
      for (const field of fields ?? []) {
        const who = access[roots.includes(name) ? field.name : name + '.' + field.name];
        if (who !== undefined) field.description = [field.description, who].filter(Boolean).join('\\n\\n');
      }
  };
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!(await isAboutTheSchema(request))) return ask.call(globalThis, request);
    const response = await ask.call(globalThis, request);
    const { status, headers } = response;
    const answer = await response.json();
    if (answer.data?.__schema) told(answer.data.__schema, await whoMay());
    const type = headers.get('content-type') ?? 'application/json';
    return new Response(JSON.stringify(answer), { status, headers: { 'content-type': type } });
  };
}
`;

/** Each question is answered with what it cost and the limit; a persona without a token sends no empty one. */
export const ASKS_FOR_COST = `{
  const ask = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const text = request.method === 'POST' ? await request.clone().text() : '';
    if (!text.startsWith('{') || text.includes('query IntrospectionQuery')) return ask.call(globalThis, request);
    const { extensions, ...body } = JSON.parse(text);
    const headers = new Headers(request.headers);
    if (headers.get('authorization')?.replace('Bearer', '').trim() === '') headers.delete('authorization');
    const asked = JSON.stringify({ ...body, extensions: { ...extensions, cost: true } });
    return ask.call(globalThis, request.url, { method: 'POST', headers, body: asked, signal: request.signal });
  };
}
`;
