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
