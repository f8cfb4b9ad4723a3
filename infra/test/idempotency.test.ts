import { buildSchema, getNamedType, isInputObjectType, isRequiredInputField } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../local/composition.ts';

/** Commands that need no key, and why: to send one of them again changes nothing, or must be seen. */
const WITHOUT: Readonly<Record<string, string>> = {
  'addTo(.+)Import': 'a piece says at which byte it begins: sent again, it is already there',
  revealPersonalField: 'every disclosure is audited and counted, a repeated one too',
};
const needsNone = (name: string): boolean =>
  Object.keys(WITHOUT).some((pattern) => new RegExp(`^${pattern}$`).test(name));

/** Whoever moves money or decides about a pairing must be able to ask again: without a key it cannot be asked at all. */
const MANDATORY = /Budget$|Payment$|Contract$|Award$|Pairing$|PairingApplication(Review)?$/;

const schema = buildSchema(composeSupergraph().file.content, { assumeValidSDL: true });
const commands = Object.values(schema.getMutationType()?.getFields() ?? {});

const keyOf = (command: (typeof commands)[number]) => {
  const input = getNamedType(command.args.find(({ name }) => name === 'input')?.type);
  return isInputObjectType(input) ? input.getFields()['idempotencyKey'] : undefined;
};

describe('every command of every service', () => {
  it('can be sent again without happening twice, but for those that say why they need no key', () => {
    const keyless = commands.filter((command) => keyOf(command) === undefined).map(({ name }) => name);

    expect(keyless.filter((name) => !needsNone(name))).toEqual([]);
    expect(commands.map(({ name }) => name).filter((name) => needsNone(name))).toEqual(keyless);
  });

  it('cannot be sent without a key where it moves money or decides about a pairing', () => {
    const moving = commands.filter(({ name }) => MANDATORY.test(name));
    const optional = moving.filter((command) => {
      const key = keyOf(command);
      return key === undefined || !isRequiredInputField(key);
    });

    expect(moving.length).toBeGreaterThan(20);
    expect(optional.map(({ name }) => name)).toEqual([]);
  });
});
