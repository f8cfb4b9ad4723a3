import {
  calendarDate,
  type CalendarDate,
  type Change,
  type Grounds,
  publicLine,
  requireDifference,
  struckOut,
} from '@qianshou/kernel';
import {
  checkedQuota,
  checkedYear,
  type CooperationScheme,
  requireRoom,
  requireSchemeStands,
} from './cooperation-scheme.ts';
import type { SchemeCorrected, SchemeWasStruck } from './scheme-events.ts';
import { schemeDocumentUnknown, schemeInUse } from './errors.ts';
import { documentsOf, type SchemeDocument } from './scheme-documents.ts';

/** What is right; null stays as it is. */
export interface RightScheme {
  readonly quota: number | null;
  readonly year: number | null;
  /** Of which document the number or the day is wrong. */
  readonly document: {
    readonly documentNo: string;
    readonly correctDocumentNo: string | null;
    readonly decidedOn: CalendarDate | null;
  } | null;
}

/** What stands under the scheme, for people: a pairing or an application; null where nothing does. */
export type HeldBy = string | null;

type Why = Grounds & { readonly today: CalendarDate; readonly heldBy: HeldBy };

/** It was never agreed on. What stands under it is put right first. */
export function strikeScheme(
  scheme: CooperationScheme,
  { reason, evidence, today, heldBy }: Why,
): Change<CooperationScheme, SchemeWasStruck> {
  requireSchemeStands(scheme);
  if (heldBy !== null) throw schemeInUse({ heldBy });
  return {
    state: { ...scheme, struck: struckOut(reason, today, evidence) },
    events: [{ type: 'scheme.struck', schemeId: scheme.id }],
  };
}

/** PAIR-7: judged as if it were opened now; the year of what stands under it is fixed. */
export function correctScheme(
  scheme: CooperationScheme,
  right: RightScheme,
  { reason, evidence, today, heldBy }: Why,
): Change<CooperationScheme, SchemeCorrected> {
  requireSchemeStands(scheme);
  const corrected = corrections(scheme, right);
  const { quota, year } = corrected;
  requireDifference<object>(facts(scheme), facts(corrected));
  requireRoom(scheme, quota);
  if (year !== scheme.year && heldBy !== null) throw schemeInUse({ heldBy });
  const documentNo = documentOf(scheme, right)?.documentNo ?? null;
  const before = { quota: scheme.quota, year: scheme.year, documentNo, on: today, reason, evidence };
  return {
    state: { ...corrected, corrections: [...(scheme.corrections ?? []), before] },
    events: [
      {
        type: 'scheme.corrected',
        schemeId: scheme.id,
        before: { quota: scheme.quota, year: scheme.year },
      },
    ],
  };
}

function facts(scheme: CooperationScheme) {
  const said = documentsOf(scheme).map(({ documentNo, decidedOn }) => `${documentNo} ${decidedOn}`);
  return { quota: scheme.quota, year: scheme.year, said };
}

function documentOf(scheme: CooperationScheme, { document }: RightScheme): SchemeDocument | undefined {
  if (document === null) return undefined;
  const documentNo = document.documentNo.trim();
  const found = documentsOf(scheme).find((each) => each.documentNo === documentNo);
  if (found === undefined) throw schemeDocumentUnknown({ documentNo });
  return found;
}

function corrections(scheme: CooperationScheme, right: RightScheme): CooperationScheme {
  const quota = right.quota === null ? scheme.quota : checkedQuota(right.quota);
  const year = right.year === null ? scheme.year : checkedYear(right.year);
  const numbered = { ...renumbered(scheme, right), quota, year };
  const [first, ...later] = numbered.authorities;
  if (first === undefined || first.since !== `${scheme.year}-01-01`) return numbered;
  return { ...numbered, authorities: [{ ...first, since: calendarDate(`${year}-01-01`) }, ...later] };
}

/** Under the right number everywhere; the wrong one still finds it. */
function renumbered(scheme: CooperationScheme, right: RightScheme): CooperationScheme {
  const wrong = documentOf(scheme, right);
  if (wrong === undefined || right.document === null) return scheme;
  const { correctDocumentNo, decidedOn } = right.document;
  const documentNo =
    correctDocumentNo === null ? wrong.documentNo : publicLine(correctDocumentNo, 'correctDocumentNo', 100);
  const formerNos = [...new Set([...(wrong.formerNos ?? []), wrong.documentNo])].filter(
    (former) => former !== documentNo,
  );
  const put = { ...wrong, documentNo, formerNos, decidedOn: decidedOn ?? wrong.decidedOn };
  const named = (no: SchemeDocument['documentNo']) => (no === wrong.documentNo ? documentNo : no);
  return {
    ...scheme,
    documentNo: named(scheme.documentNo),
    openingDocumentNo: named(scheme.openingDocumentNo),
    documents: documentsOf(scheme).map((each) =>
      each.documentNo === wrong.documentNo ? { ...put, about: each.about } : each,
    ),
    authorities: scheme.authorities.map((each) => ({ ...each, documentNo: named(each.documentNo) })),
  };
}
