/**
 * What counts how much, in objects of a list. Found by measuring: a page of a hundred costs a service about as much as
 * planning twenty objects costs the gateway.
 */
export const WEIGHTS = {
  /** An object in a list. */
  item: 1,
  /** An object beside others, e.g. the operator of a station: read together for the whole page. */
  single: 0.2,
  /** An object in a list without pages: it lies in the document that was read, or comes with the others' in one batch. */
  embedded: 0.5,
  /** How many objects a list is taken for that has no pages. */
  unpaged: 3,
  /** And how many for a list without pages that a question begins with: it lies in no document. */
  rootList: 100,
  /** An object in the document, however often it will be there: what validation and planning look at. */
  planned: 10,
  /** So many others it is compared with at the price of one. */
  compared: 15,
  /**
   * What is work beside the objects of its answer: counting a collection; the schema, 2.8 MB that the gateway itself
   * makes; trying a mutation several times over, under its lock.
   */
  fields: { totalCount: 5, __schema: 2_000, __type: 20, actionCheck: 100 } as Readonly<
    Record<string, number>
  >,
} as const;
