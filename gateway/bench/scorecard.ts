/** As wide as the product's county scorecard: one entity, five subgraphs, figures and one list of eleven. */
export const SCORECARD = `
  query Scorecard($code: ID!) {
    harbour(code: $code) {
      code
      name
      status
      country
      openedOn
      berthsPlanned
      berthsOpen
      coverage { ...HarbourShare }
      berths { id number name length status pilot contract }
      shipping { calls tonnage passengers delayed asOf }
      inPort { imo name tonnage flag }
      crewing { onDuty certified inTraining locals asOf rate { numerator denominator rate asOf } }
      schooling { classes enrolled passed failed asOf rate { numerator denominator rate asOf } }
      tolls { budget topUp contracted paid awards asOf }
    }
  }
  fragment HarbourShare on HarbourRate { numerator denominator rate asOf }
`;

/** One object of one subgraph. */
export const ONE_OBJECT =
  'query OneObject($code: ID!) { harbour(code: $code) { code name status openedOn } }';

/** As a page of a list with what three subgraphs know of each item. */
export const PAGE = `
  query Page($first: Int!) {
    harbours(first: $first) {
      code
      name
      status
      berths { id number name status pilot contract }
      shipping { calls tonnage passengers delayed asOf }
      inPort { imo name tonnage flag }
      tolls { budget topUp contracted paid awards asOf }
    }
  }
`;
