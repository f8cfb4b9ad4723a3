import { join } from 'node:path';
import { eventCatalogue, SERVICES, serviceOf } from '@qianshou/events';
import { guardedFields, readSdl } from '@qianshou/service-kit/graphql';
import { Kind, type InputObjectTypeDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { PUT_RIGHT } from './corrections-table.ts';
import { REPOSITORY } from './places.ts';

const sdlOf = (service: string) => parse(readSdl(join(REPOSITORY, 'services', service)));
const mutationsOf = (service: string): readonly string[] =>
  guardedFields(sdlOf(service))
    .filter(({ type }) => type === 'Mutation')
    .map(({ node }) => node.name.value);

describe.each(SERVICES)('what of %s can be put right', (service) => {
  const { facts, nothing } = PUT_RIGHT[service];
  const mutations = mutationsOf(service);

  it('is said of every aggregate that tells of itself: how, or why not', () => {
    const told = eventCatalogue.filter(({ type }) => serviceOf(type) === service);
    const common = ['import', 'audit-log'];
    const aggregates = [...new Set([...told.map(({ aggregate }) => aggregate), ...common])];
    const said = [...facts, ...nothing].map(({ aggregate }) => aggregate);

    expect([...new Set(said)].toSorted()).toEqual(aggregates.toSorted());
  });

  it('names mutations that there are, and every strike and correction among them', () => {
    const named = facts.flatMap(({ strike, correct }) => [strike, correct]).filter((each) => each !== null);

    expect(named.filter((each) => !mutations.includes(each))).toEqual([]);
    const verbs = mutations.filter((name) => /^(strike(?!Off)|correct)[A-Z]/.test(name));
    expect(verbs.filter((each) => !named.includes(each))).toEqual([]);
  });

  it('lacks a verb only for a reason', () => {
    const silent = facts.filter(
      ({ strike, correct, reason }) => (strike === null || correct === null) && reason === undefined,
    );

    expect(silent.map(({ fact }) => fact.en)).toEqual([]);
  });

  it('is struck out and corrected with a reason, and with the document that shows it', () => {
    const inputs = sdlOf(service).definitions.filter(
      (each): each is InputObjectTypeDefinitionNode =>
        each.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION &&
        /^(Strike(?!Off)|Correct)[A-Z].*Input$/.test(each.name.value),
    );
    const lacking = inputs.flatMap(({ name, fields = [] }) => {
      const has = fields.map((field) => field.name.value);
      return ['reason', 'evidence']
        .filter((field) => !has.includes(field))
        .map((field) => `${name.value}.${field}`);
    });

    expect(lacking.filter((each) => !STILL_WITHOUT.includes(each))).toEqual([]);
  });
});

/** Inputs of before that take no document yet. */
const STILL_WITHOUT: readonly string[] = [
  'CorrectQualificationInput.evidence',
  'StrikeQualificationInput.evidence',
  'CorrectContractInput.evidence',
  'CorrectAwardInput.reason',
  'CorrectAwardInput.evidence',
];
