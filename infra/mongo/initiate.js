// Makes the one server a replica set, which transactions need. Safe to run again.
const fs = require('fs');

const pwd = fs.readFileSync('/run/secrets/mongodb-root-password', 'utf8').trim();
const admin = new Mongo('mongodb://mongodb:27017/?directConnection=true').getDB('admin');
admin.auth('root', pwd);

const ALREADY_INITIALISED = 23;
try {
  admin.runCommand({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: 'mongodb:27017' }] } });
} catch (error) {
  if (error.code !== ALREADY_INITIALISED) throw error;
}

while (!admin.hello().isWritablePrimary) sleep(100);
