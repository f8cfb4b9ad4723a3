import type { Brand } from './brand.ts';
import { badInput, DomainError } from './errors.ts';
import type { Message } from './message.ts';

/** `sta_0192f3c4-…`: a type prefix and a UUIDv7. Opaque to clients; the prefix tells people and logs what it names. */
export type Id<Prefix extends string> = Brand<string, `Id<${Prefix}>`>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What is no id of its kind. Whoever knows where it was given says so: one text may be an id that does not. */
export class MalformedId extends DomainError {
  readonly #raw: string;
  readonly #expected: Expected;

  constructor(raw: string, expected: Expected, field = 'id') {
    super(badInput.definition, { field, ...expected });
    this.#raw = raw;
    this.#expected = expected;
  }

  is(given: unknown): boolean {
    return given === this.#raw;
  }

  at(field: string): MalformedId {
    return new MalformedId(this.#raw, this.#expected, field);
  }
}

interface Expected {
  readonly reason: Message;
  readonly expectedPrefix: string;
}

/** Makes the parser of one kind of id: `const stationId = idParser('sta')`. */
export function idParser<const Prefix extends string>(prefix: Prefix): (raw: string) => Id<Prefix> {
  return (raw) => {
    const [head, uuid, ...rest] = raw.split('_');
    if (head !== prefix || rest.length > 0 || uuid === undefined || !UUID.test(uuid)) {
      throw new MalformedId(raw, {
        reason: { en: `expected an id that starts with "${prefix}_"`, zh: `应为以“${prefix}_”开头的编号` },
        expectedPrefix: prefix,
      });
    }
    return raw as Id<Prefix>;
  };
}

/** The port through which use cases get new ids; an adapter supplies the UUIDv7. */
export type NewId = <const Prefix extends string>(prefix: Prefix) => Id<Prefix>;
