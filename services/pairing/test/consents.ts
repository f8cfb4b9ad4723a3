/** The papers by which both sides agree, as the recipient province enters them (PAIR-6). */
export const bothAgree = ['DISPATCHING', 'RECIPIENT'].map((side) => ({
  side,
  documentNo: '演示同意函-1',
  givenOn: '2026-01-10',
}));

/** A document that shows something. */
export const PAPER = { title: '演示文件', kind: 'LETTER', number: '演示〔2026〕7号', day: '2026-05-01' };
