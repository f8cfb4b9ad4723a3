// Run once by the image, on an empty volume: a user per service, who may use the service's own database alone.
const fs = require('fs');

for (const service of ['pairing', 'station', 'personnel', 'training', 'funding']) {
  const name = `qianshou_${service}`;
  const pwd = fs.readFileSync(`/run/secrets/mongodb-${service}-password`, 'utf8').trim();
  db.getSiblingDB(name).createUser({ user: name, pwd, roles: [{ role: 'readWrite', db: name }] });
}
