import { type Actor, mayPutRight, type PuttingRight, type RegionCode } from '@qianshou/kernel';
import type { AskedToPutRight } from '../../domain/county/putting-right.ts';
import type { Ports } from '../ports.ts';
import { type DecisionFacts, factsOf } from './rules-of-county.ts';

/** @throws where who asks may not put this fact right today, by the rules of its county. */
export const mayPutRightToday =
  (ports: Pick<Ports, 'countyPolicies' | 'clock'>) =>
  async <Fact extends { readonly countyCode: RegionCode }>(
    actor: Actor,
    fact: Fact,
    mayRecord: boolean,
    puttingRight: (fact: Fact, asked: AskedToPutRight) => PuttingRight,
  ): Promise<DecisionFacts> => {
    const facts = await factsOf(ports, fact);
    mayPutRight(actor, puttingRight(fact, { ...facts, mayRecord }));
    return facts;
  };
