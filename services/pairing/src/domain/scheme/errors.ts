import { defineError } from '@qianshou/kernel';

export const schemeStruck = defineError({
  kind: 'CONFLICT',
  code: 'SCHEME_STRUCK',
  en: 'The scheme was struck out on {on}. Choose the scheme that stands, or open the right one.',
  zh: '该协作方案已于 {on} 作废。请选择有效的方案，或重新启动正确的方案。',
});

export const schemeInUse = defineError({
  kind: 'CONFLICT',
  code: 'SCHEME_IN_USE',
  en: 'A pairing or an application stands under the scheme: {heldBy}. Strike out the pairing (`strikePairing`), or withdraw or reject the application, first.',
  zh: '该协作方案下仍有结对或申报:{heldBy}。请先作废结对(strikePairing)，或撤回、驳回申报。',
});

export const schemeDocumentUnknown = defineError({
  kind: 'NOT_FOUND',
  code: 'SCHEME_DOCUMENT_UNKNOWN',
  en: 'The scheme has no document "{documentNo}". Name one of its `documents`.',
  zh: '该协作方案没有文号“{documentNo}”的文件。请从其历次文件中选择。',
});
