// Run once by the image, on an empty volume: a user per service, who may use the service's own database alone.
const fs = require('fs');

/** Entries are added, and get their place in the tree; nobody removes one. */
const AUDIT = ['audit', 'audit_tree', 'audit_blocks', 'audit_heads'];

/** What funding keeps beside its journal; the kit's own collections stand last. */
const OTHERS = [
  'fund_sources',
  'ledgers',
  'reward_awards',
  'contracts',
  'budget_plans',
  'payments',
  'budget_evaluations',
  'cap_breaches',
  'evaluation_schemes',
  'four_eyes_switches',
  'fund_evaluations',
  'ledger_checks',
  'ledger_seals',
  'purchase_projects',
  'station_replicas',
  'agency_replicas',
  'policy_replicas',
  'evaluation_replicas',
  'kept_figures',
  'import_runs',
  'import_pieces',
  'import_findings',
  'outbox',
  'outbox_life',
  'inbox',
  'inbox_attempts',
  'inbox_catch_ups',
  'inbox_cursors',
  'inbox_followed',
  'inbox_in_flight',
  'inbox_positions',
  'dead_letters',
  'idempotency',
  'holds',
  'leases',
  'jobs',
  'gateway_nonces',
  'rate_limits',
];

for (const service of ['pairing', 'station', 'personnel', 'training', 'funding', 'partners', 'insight']) {
  const name = `qianshou_${service}`;
  const database = db.getSiblingDB(name);
  const pwd = fs.readFileSync(`/run/secrets/mongodb-${service}-password`, 'utf8').trim();
  // Where `npm run copies` hears the others' logs anew, and which it throws away.
  const aside = { role: 'dbOwner', db: `${name}_heard_anew` };
  const own = service === 'funding' ? bookkeeper(database) : { role: 'readWrite', db: name };
  database.createUser({ user: name, pwd, roles: [own, aside] });
}

/**
 * Funding reads and inserts the journal of its ledger; not even it can change or remove an entry. Rights are added up
 * in MongoDB and never taken away: so its other collections are named one by one. One that is added to the service is
 * added here (a test compares), and to the role of a running system with db.grantPrivilegesToRole.
 */
function bookkeeper(database) {
  const own = database.getName();
  const insertOnly = ['find', 'insert', 'createCollection', 'createIndex', 'listIndexes', 'collStats'];
  const free = [...insertOnly, 'update', 'remove', 'changeStream'];
  const on = (collection, actions) => ({ resource: { db: own, collection }, actions });
  database.createRole({
    role: 'bookkeeper',
    roles: [],
    privileges: [
      { resource: { db: own, collection: '' }, actions: ['listCollections', 'dbStats', 'changeStream'] },
      on('journal', insertOnly),
      ...AUDIT.map((collection) => on(collection, [...insertOnly, 'update'])),
      ...OTHERS.map((collection) => on(collection, free)),
    ],
  });
  return { role: 'bookkeeper', db: own };
}
