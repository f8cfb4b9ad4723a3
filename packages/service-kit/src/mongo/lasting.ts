/**
 * Collections of the kit, and of services beside their aggregates, that are kept for ever, each with its reason. Every
 * other one has an index by which the database forgets its rows: nothing grows unnoticed.
 */
export const LASTING: Readonly<Record<string, string>> = {
  audit: 'who decided what',
  audit_blocks: 'leaves of the tree of decisions',
  audit_heads: 'signed heads of the tree of decisions',
  audit_tree: 'the tree of decisions',
  certificate_series: 'a counter for each year',
  dead_letters: 'what waits for an operator; what was settled is forgotten',
  disclosures: 'who read what of whom',
  imports: 'one row for each reference file',
  inbox_catch_ups: 'one row for each reaction that was added',
  inbox_cursors: 'how far each aggregate was followed',
  inbox_followed: 'one row for each consumer',
  inbox_in_flight: 'one row for each partition',
  inbox_positions: 'one row for each partition',
  jobs: 'one row for each job',
  kept_figures: 'figures of regions',
  kept_figures_anew: 'figures while they are rebuilt',
  leases: 'one row for each lease',
  outbox: "the service's log",
  outbox_life: 'one row',
};
