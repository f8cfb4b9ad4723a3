import { type Actor, type Grant, NATION, ROLES } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  aDispatchingAgency,
  aDraftApplication,
  aMatchedPairing,
  aScheme,
  aSubmittedApplication,
  FUJIAN,
  HAIYUAN,
  NINGXIA,
  XIAMEN,
  XIJI,
} from '../../test/builders.ts';
import { actionsOnApplication } from './application/allowed-actions.ts';
import { applicationScope, mayConfirm, mayDecide, mayPropose, maySee } from './application/policy.ts';
import { mayConduct, mayTakeOver } from './pairing/policy.ts';
import { mayKeepPhases, mayOpenScheme } from './scheme/policy.ts';
import { mayChangeStatus, mayEnterAgency, mayRegister } from './agency/policy.ts';

const FORBIDDEN = expect.objectContaining({ code: 'FORBIDDEN' });
const draft = aDraftApplication('DISPATCHING');
const submitted = aSubmittedApplication();

function acting(...grants: readonly Grant[]): Actor {
  return { subject: 'somebody', grants };
}

const province = acting({ role: 'PROVINCE_AUTHORITY', region: NINGXIA });
const dispatchProvince = acting({ role: 'PROVINCE_AUTHORITY', region: FUJIAN });
const bureau = acting({ role: 'COUNTY_CIVIL_AFFAIRS', region: HAIYUAN });
const bureauElsewhere = acting({ role: 'COUNTY_CIVIL_AFFAIRS', region: XIJI });
const dispatching = acting({ role: 'AGENCY_MANAGER', agencyId: draft.dispatchingAgencyId });
const recipient = acting({ role: 'AGENCY_MANAGER', agencyId: draft.recipientAgencyId });
const unbound = acting({ role: 'AGENCY_MANAGER' });
const admin = acting({ role: 'ADMIN' });
const office = acting({ role: 'PROJECT_OFFICE', region: NATION });

const cases: readonly [string, (actor: Actor) => unknown, readonly Actor[]][] = [
  ['register an agency', (actor) => mayRegister(actor, XIAMEN), [dispatchProvince, unbound, admin]],
  ['enter the agencies of a region', (actor) => mayEnterAgency(actor, XIAMEN), [dispatchProvince, admin]],
  ['take over the pairings of a county', (actor) => mayTakeOver(actor, HAIYUAN), [province]],
  ['suspend an agency', (actor) => mayChangeStatus(actor, aDispatchingAgency()), [dispatchProvince, admin]],
  ['keep phases', mayKeepPhases, [admin]],
  ['open a scheme', (actor) => mayOpenScheme(actor, aScheme()), [province, dispatchProvince, admin, office]],
  ['propose an application', (actor) => mayPropose(actor, draft), [province, dispatching, recipient]],
  ['confirm the draft of the other side', (actor) => mayConfirm(actor, draft), [province, recipient]],
  ['decide an application', (actor) => mayDecide(actor, submitted), [province]],
  ['sign and start a pairing', (actor) => mayConduct(actor, aMatchedPairing()), [province, bureau]],
];

describe('who may', () => {
  const everybody = new Map<Actor, string>([
    [province, 'the recipient province'],
    [dispatchProvince, 'the dispatching province'],
    [bureau, 'the county bureau'],
    [bureauElsewhere, 'the bureau of another county'],
    [dispatching, 'the dispatching agency'],
    [recipient, 'the recipient agency'],
    [unbound, 'a manager without an agency'],
    [admin, 'the administrator'],
    [office, 'the project office'],
  ]);

  for (const [what, ask, permitted] of cases) {
    for (const [actor, name] of everybody) {
      const may = permitted.includes(actor);

      it(`${what}: ${name} ${may ? 'may' : 'may not'}`, () => {
        if (may) expect(() => ask(actor)).not.toThrow();
        else expect(() => ask(actor)).toThrow(FORBIDDEN);
      });
    }
  }

  it.each(ROLES.filter((role) => role !== 'PROVINCE_AUTHORITY'))(
    'decide an application: %s may not',
    (role) => {
      expect(() => mayDecide(acting({ role, region: NINGXIA }), submitted)).toThrow(FORBIDDEN);
    },
  );

  it('speaks for a side as its agency, or with its paper as the recipient province', () => {
    expect(mayPropose(province, draft)).toBe('PROVINCE');
    expect(mayPropose(dispatching, draft)).toBe('DISPATCHING');
    expect(mayPropose(recipient, draft)).toBe('RECIPIENT');
  });
});

describe('who sees an application', () => {
  it('is its sides, the authorities above them and the overseers', () => {
    const seeing = [province, dispatchProvince, bureau, dispatching, recipient, admin, office];

    expect(seeing.every((actor) => maySee(actor, draft))).toBe(true);
    expect([bureauElsewhere, unbound].some((actor) => maySee(actor, draft))).toBe(false);
  });

  it('sets the same bounds for a list', () => {
    expect(applicationScope(office)).toBeNull();
    expect(applicationScope(bureau)).toEqual({ regions: [HAIYUAN], agencyIds: [] });
    expect(applicationScope(recipient)).toEqual({ regions: [], agencyIds: [draft.recipientAgencyId] });
  });
});

describe('allowed actions', () => {
  it('offer confirming to the awaited side of a draft, withdrawing to both, deciding to nobody yet', () => {
    expect(actionsOnApplication(recipient, draft)).toEqual(['CONFIRM', 'WITHDRAW']);
    expect(actionsOnApplication(dispatching, draft)).toEqual(['WITHDRAW']);
  });

  it('offer deciding to the province once it is submitted', () => {
    expect(actionsOnApplication(province, submitted)).toEqual([
      'BEGIN_REVIEW',
      'MATCH',
      'REJECT',
      'WITHDRAW',
    ]);
    expect(actionsOnApplication(bureau, submitted)).toEqual([]);
  });
});
