/** How a page knows that a request asks for the schema. */
export const IS_ABOUT_THE_SCHEMA = `const isAboutTheSchema = async (request) =>
    request.method === 'POST' && (await request.clone().text()).includes('query IntrospectionQuery');`;

/** How long a loaded schema is good for all tabs; afterwards, and with a new page, it is loaded again. */
const MINUTES = 5;

/**
 * Altair loads the schema anew for each tab, and again whenever one comes to the front: 2.8 MB each time, though it is
 * the same for all of them and for every persona. In its page that question is asked once; what was refused is not kept.
 */
export const SCHEMA_ONCE = `{
  const ask = globalThis.fetch;
  let known = null;
  const load = async (request) => {
    const response = await ask.call(globalThis, request);
    const body = await response.text();
    const { status, headers } = response;
    if (!response.ok || body.startsWith('{"errors"')) known = null;
    return { body, status, headers: { 'content-type': headers.get('content-type') ?? 'application/json' } };
  };
  ${IS_ABOUT_THE_SCHEMA}
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!(await isAboutTheSchema(request))) return ask.call(globalThis, request);
    if (known === null || known.until < Date.now())
      known = { until: Date.now() + ${MINUTES * 60_000}, answer: load(request) };
    const { body, status, headers } = await known.answer;
    return new Response(body, { status, headers });
  };
}
`;
