#!/usr/bin/env bash
# A user a service, with SCRAM-SHA-512: it writes its own topic, reads all of them, and is nobody else's consumer group.
# The topics are made as well, so that no service has to wait for the first start of another.
# May run again: passwords are set anew, rights are added. Partners get no user here; the topics are for the services alone.
#
#   BROKER=127.0.0.1:9094 SECRETS=/run/secrets KAFKA_BIN=/opt/kafka/bin users-and-rights.sh
#
# BROKER is where an administrator may come; ADMIN_CONFIG names a file of client settings where that needs a password
# or TLS (a managed broker). Every service finds its password in SECRETS/kafka-<service>-password.
set -euo pipefail

BIN=${KAFKA_BIN:-/opt/kafka/bin}
REPLICATION=${REPLICATION_FACTOR:-3}
SERVICES=(pairing station personnel training funding partners insight)
AT=(--bootstrap-server "$BROKER")
if [[ -n ${ADMIN_CONFIG:-} ]]; then AT+=(--command-config "$ADMIN_CONFIG"); fi

TOPICS=()
EVERYBODY=()
for service in "${SERVICES[@]}"; do
  TOPICS+=(--topic "qianshou.$service.v1")
  EVERYBODY+=(--allow-principal "User:qianshou-$service")
done

for service in "${SERVICES[@]}"; do
  # Kept for ever; the number of partitions is for life.
  "$BIN/kafka-topics.sh" "${AT[@]}" --create --if-not-exists --topic "qianshou.$service.v1" \
    --partitions 6 --replication-factor "$REPLICATION" \
    --config retention.ms=-1 --config "min.insync.replicas=$((REPLICATION > 1 ? REPLICATION - 1 : 1))"
  password=$(<"$SECRETS/kafka-$service-password")
  "$BIN/kafka-configs.sh" "${AT[@]}" --alter --entity-type users --entity-name "qianshou-$service" \
    --add-config "SCRAM-SHA-512=[password=$password]"
  # Create is the right to make its own topic, with the settings of the service, when it is not there.
  "$BIN/kafka-acls.sh" "${AT[@]}" --add --allow-principal "User:qianshou-$service" \
    --operation Write --operation Create --topic "qianshou.$service.v1"
  "$BIN/kafka-acls.sh" "${AT[@]}" --add --allow-principal "User:qianshou-$service" \
    --operation Read --operation Describe --group "qianshou.$service." --resource-pattern-type prefixed
done
"$BIN/kafka-acls.sh" "${AT[@]}" --add "${EVERYBODY[@]}" \
  --operation Read --operation Describe --operation DescribeConfigs "${TOPICS[@]}"
