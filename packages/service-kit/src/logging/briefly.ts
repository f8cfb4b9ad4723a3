const LONGEST_MESSAGE = 500;
const LONGEST_STACK = 2_000;
/** More links than any wrapping has. */
const LONGEST_CHAIN = 8;

/**
 * A fault as it is logged. Errors of a database carry the documents along that they were about: of an error, only what
 * it is, where it came from and the beginning of what it says go into a log.
 */
export function briefly(error: unknown): Readonly<Record<string, unknown>> {
  return toldOf(error, LONGEST_CHAIN);
}

function toldOf(error: unknown, links: number): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: shortened(error) };
  const { name, message, stack = '', cause } = error;
  const { code } = error as { code?: unknown };
  const isWrapping = cause instanceof Error && links > 0;
  return {
    type: name,
    message: shortened(message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    stack: framesOf(stack),
    ...(isWrapping ? { cause: toldOf(cause, links - 1) } : {}),
  };
}

/** Also of what was thrown and is no error. */
function shortened(said: unknown): string {
  const text =
    typeof said === 'object' && said !== null ? Object.prototype.toString.call(said) : String(said);
  return text.slice(0, LONGEST_MESSAGE);
}

/** A stack begins with the whole message. */
function framesOf(stack: string): string {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.join('\n').slice(0, LONGEST_STACK);
}
