/** Of whatever input: it comes back to nobody. */
const KEYS: Readonly<Record<string, string>> = {
  idempotencyKey: 'a key of the client, compared and never shown',
};

/**
 * Texts of the graph's commands that are not public text, and why. Every other one is: a text that is added is asked
 * with somebody's ID number until it refuses it, or until it stands here with its reason.
 */
export const PRIVATE_TEXTS: Readonly<Record<string, string>> = {
  'RegisterSocialWorkerInput.name': 'the name of a person, shown in the county and masked elsewhere (PER-16)',
  'RegisterSocialWorkerInput.phone': 'sealed, shown by a disclosure only (PER-16)',
  'RegisterSocialWorkerInput.idNumber': 'sealed, shown by a disclosure only (PER-16)',
  'CorrectSocialWorkerInput.name': 'the name of a person, shown in the county and masked elsewhere (PER-16)',
  'CorrectSocialWorkerInput.phone': 'sealed, shown by a disclosure only (PER-16)',
  'CorrectSocialWorkerInput.idNumber': 'sealed, shown by a disclosure only (PER-16)',
  'RequestWorkerTransferInput.idNumber': 'looked up by its digest, kept and shown nowhere (PER-16)',
  'RecordQualificationInput.certificateNo': 'a number on a certificate, shown to those who see the person',
  'CorrectQualificationInput.certificateNo': 'a number on a certificate, shown to those who see the person',
  'RecordPastPostingInput.preJobCertificateNo':
    'a number on a certificate, shown to those who see the person',
  'MakePaymentInput.voucherNo': 'a number of the bank, shown to county and payee',
  'AnnounceProgrammeInput.code': 'a code of capital letters, digits and underscores',
  'ReviseProgrammeInput.code': 'the code of a programme that exists',
  'CloseProgrammeInput.code': 'the code of a programme that exists',
  'PlanTrainingClassInput.programmeCode': 'the code of a programme that exists',
  'PublishServiceGuideInput.offers': 'codes of the catalogue',
  'PublishServiceGuideInput.officePhone': 'the telephone of an office, which everybody may call',
  'ServiceEntryInput.service': 'a code of the catalogue',
  'ServiceEntryInput.entryNo': 'letters and digits; an ID number and a telephone are refused on their own',
  'BeginImportInput.fileName': 'shown to whoever sent the file',
  'BeginImportInput.sha256': 'a hash',
  'DocumentReferenceInput.sha256': 'a hash',
  'CorrectServiceRecordInput.service': 'a code of the catalogue',
  'AddToImportInput.content': 'bytes; each column has its own rule',
};

/** Why a text is not public, or undefined where it is. */
export function whyPrivate(name: string): string | undefined {
  return PRIVATE_TEXTS[name] ?? KEYS[name.split('.')[1] ?? ''];
}
