import { buildSchema, getNamedType, type GraphQLInputType, isInputObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../local/composition.ts';

const schema = buildSchema(composeSupergraph().file.content, { assumeValidSDL: true });

/** Beside what each day is (its kind): what bounds it among the other days of the thing. */
const HAPPENED = 'no later than today';
const ORDERS: Readonly<Record<string, string>> = {
  'signContract.signedOn': HAPPENED,
  'signContract.startsOn': 'in the years around the budget; signed before, or with the reason why not',
  'signContract.endsOn': 'after startsOn, within three years, in the years around the budget',
  'openProvisionalSpending.usableUntil': 'from today to the end of the year of the budget',
  'makePayment.paidOn': 'from the request to today',
  'instructPayment.instructedOn': 'from the request to today',
  'refundPayment.receivedOn': 'from the payment to today',
  'supplementContract.signedOn': 'within the year of the budget, no later than today',
  'terminateContract.terminatedOn': 'within the contract, no later than today',
  'recordAcceptance.acceptedOn': 'from the first day of service to today',
  'consultOnPurchaseProject.consultedOn': HAPPENED,
  'publishPurchaseProject.publishedOn': 'from the consultation, or the failure before, to today',
  'publishPurchaseProject.openUntil': 'as long after publishedOn as the method asks for',
  'failPurchaseProject.failedOn': 'from the publication to today',
  'awardPurchaseProject.awardedOn': 'from openUntil to today',
  'awardPurchaseProject.checkedOn': 'no later than awardedOn',
  'objectToPurchaseProject.raisedOn': 'from the publication to today',
  'answerPurchaseObjection.answeredOn': 'from raisedOn to today',
  'advanceContract.on': 'from the step before, or the first day of service, to today',
  'amendContract.endsOn': 'as signContract.endsOn',
  'amendContract.signedOn': 'from the signing to today',
  'notifyContractAmendment.notifiedOn': 'from the amendment to today',
  'publishContract.publishedOn': 'from the signing to today',
  'fileContract.filedOn': 'from the signing to today',
  'publishAcceptance.publishedOn': 'from the acceptance to today',
  'registerAgency.registeredOn': HAPPENED,
  'changeAgencyRegistration.changedOn': 'from the registration to today',
  'openCooperationScheme.decidedOn': HAPPENED,
  'startDispatch.arrivedOn': 'within the pairing, no later than today',
  'startDispatch.leftOn': 'from arrivedOn to the end of the pairing, no later than today',
  'endDispatch.leftOn': 'from arrivedOn to the end of the pairing, no later than today',
  'submitPairingApplication.givenOn': HAPPENED,
  'confirmPairingApplication.givenOn': HAPPENED,
  'recordPairingEvaluation.evaluatedOn': 'from the start of the pairing to today',
  'completePairing.on': 'after the final evaluation began, no later than today',
  'suspendPairing.on': 'from the start of the pairing to today',
  'resumePairing.on': 'from the suspension to today',
  'extendPairing.endsOn': 'after the last day now, within three years of it',
  'extendPairing.decidedOn': HAPPENED,
  'beginFinalEvaluation.on': 'from the start of the pairing to today',
  'terminatePairing.on': 'from the start of the pairing to today',
  'setPairingTarget.dueOn': 'within the pairing',
  'signPairing.signedOn': HAPPENED,
  'startPairing.startsOn': 'from the signing, within the cycle year',
  'startPairing.endsOn': 'after startsOn, within the cycle year',
  'openProgrammePhase.startsOn': 'beside no other phase',
  'openProgrammePhase.endsOn': 'after startsOn',
  'recordPublicityItem.publishedOn': HAPPENED,
  'changeSchemeQuota.decidedOn': HAPPENED,
  'changeSchemeAuthority.since': 'after the authority before',
  'noteSupervision.followUpOn': 'from today on',
  'logSupportActivity.heldOn': 'within the pairing, no later than today',
  'registerSocialWorker.graduatedOn': 'a possible life: after birth, before today',
  'registerSocialWorker.socialWorkSince': 'a possible life: of working age, before today',
  'openRecruitment.openedOn': HAPPENED,
  'openRecruitment.closesOn': 'from openedOn, within a year',
  'recordRecruitmentApplicant.appliedOn': 'from the opening to today, while applications are taken',
  'announceRecruitment.startsOn': 'after the public notice, within two years',
  'proposePosting.startsOn': 'within two years',
  'proposePosting.actingUntil': 'from startsOn, within a year',
  'recordPostingLeave.from': 'within the posting',
  'recordPostingLeave.to': 'from the first day of the leave, within the posting and two years',
  'resignPosting.lastDay': 'from today on, within a year',
  'confirmHandOver.on': HAPPENED,
  'changeStationHead.on': 'after the first day of the head before, no later than today',
  'startPosting.startedOn': 'from a year before the day that was agreed to today',
  'recordPastPosting.startedOn': HAPPENED,
  'recordPastPosting.endedOn': 'from startedOn to today',
  'endPosting.endedOn': 'from startedOn to today',
  'recordEmployment.employedFrom': 'a possible life: of working age, no later than today, beside no other',
  'recordEmployment.employedTo': 'from employedFrom to today',
  'endEmployment.employedTo': 'from employedFrom to today',
  'offerEmploymentTransfer.on': 'after the first day of the employment, no later than today',
  'recordRegistration.registeredOn':
    'from the certificate to today, not before three months before the end of the one before',
  'recordQualification.obtainedOn': 'a possible life: since the exam exists, no later than today',
  'fileDocuments.filedOn': HAPPENED,
  'logActivity.heldOn': HAPPENED,
  'checkStation.checkedOn': 'from the last check to today',
  'checkStation.rectifyBy': 'after the check, within two years',
  'handleComplaint.on': 'from the day on which it was filed to today',
  'adoptCountyPolicy.validFrom': 'within two years',
  'adoptCountyPolicy.validTo': 'from validFrom on',
  'endCountyPolicy.validTo': 'from validFrom on',
  'recordStationVisit.visitedOn': HAPPENED,
  'applyForDemonstration.on': 'from the opening to today',
  'recommendForDemonstration.on': 'from the step before to today',
  'assessForDemonstration.on': 'from the step before to today',
  'announceDemonstration.from': 'from the step before to today',
  'evaluateStation.evaluatedOn': 'from the opening to today',
  'changeGuidanceCentreOperator.from': 'after the operator before, no later than today',
  'closeGuidanceCentre.closedOn': 'from the opening to today',
  'recordServices.servedOn': 'no later than today: a station enters its history, also of before it was here',
  'suspendStation.since': 'from the opening to today',
  'changeStationOperator.from': 'after the operator before, no later than today',
  'closeStation.closedOn': 'from the opening to today',
  'orderRectification.orderedOn': 'from the opening to today',
  'planRectification.completeBy': 'after today, within two years',
  'confirmRectification.rectifiedOn': 'from the order to today',
  'openVillageRoom.openedOn': HAPPENED,
  'closeVillageRoom.closedOn': 'from the opening to today',
  'decideRenewal.until': 'of an exception after today, of a last day from today, within two years',
  'planTrainingClass.startsOn': 'within three years',
  'planTrainingClass.endsOn': 'from startsOn, within the longest class',
  'assessEnrolment.assessedOn': 'from the first day of the class to today',
  'assessClass.assessedOn': 'from the first day of the class to today',
};

/** What bounds a day by its name, whatever command takes it. */
const BY_NAME: Readonly<Record<string, string>> = {
  changedOn: 'from the registration to today',
  interruptedOn: 'from the first day of the class to today',
  followUpBy: 'after the supervision',
  studyStartedOn: 'a possible life: before graduation',
  servedFrom: 'a possible life: of working age',
  servedTo: 'from servedFrom to today',
  usableUntil: 'within the year of the budget or what carries it over',
  ...Object.fromEntries(Object.entries(ORDERS).map(([place, order]) => [place.split('.')[1], order])),
};

/** The day on a paper that shows a fact is no day of the fact; a correction is judged as the fact that it puts right. */
const OTHERWISE = /\.day$|^correct[A-Z]/;

function daysIn(name: string, type: GraphQLInputType): readonly string[] {
  const named = getNamedType(type);
  if (named.name === 'Date') return [name];
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) => daysIn(field.name, field.type));
}

const days = Object.values(schema.getMutationType()?.getFields() ?? {})
  .flatMap(({ name, args }) =>
    args.flatMap((arg) => daysIn(arg.name, arg.type).map((day) => `${name}.${day}`)),
  )
  .filter((day) => !OTHERWISE.test(day));

describe('every day that a command takes', () => {
  it('stands in an order to the other days of its thing, which is written down', () => {
    const bounded = (day: string) => ORDERS[day] ?? BY_NAME[day.split('.')[1] ?? ''];

    expect([...new Set(days)].filter((day) => bounded(day) === undefined)).toEqual([]);
  });

  it('is written down only where there is one', () => {
    expect(Object.keys(ORDERS).filter((day) => !days.includes(day))).toEqual([]);
  });
});
