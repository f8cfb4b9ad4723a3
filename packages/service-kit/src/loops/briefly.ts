const LONGEST_MESSAGE = 500;
const LONGEST_STACK = 2_000;

/** A fault as it is logged: errors of a database carry the documents along that they were about. */
export function briefly(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: String(error).slice(0, LONGEST_MESSAGE) };
  const { name, message, stack = '', cause } = error;
  return {
    type: name,
    message: message.slice(0, LONGEST_MESSAGE),
    stack: stack.slice(0, LONGEST_STACK),
    ...(cause instanceof Error ? { cause: cause.message.slice(0, LONGEST_MESSAGE) } : {}),
  };
}
