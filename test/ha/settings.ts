import type { NodePlace } from './cluster.ts'

/** Seconds in which the leader has to show that it is there; at most so long, and a little more, nobody writes. */
export const TTL_SECONDS = 10

/** The usual limit of Patroni; the control must be let to lose something. */
const MEGABYTE = 1_048_576

/** Passwords of one run, never of an installation. */
export const PASSWORDS = { superuser: 'ha-superuser', replication: 'ha-replication', meervoud: 'ha-meervoud' } as const

/** Where everything listens; ports of 127.0.0.1. */
export interface Ports {
  readonly etcd: number
  readonly etcdPeers: number
  readonly database: number
  readonly web: number
}

/** How Patroni runs one database node: what `server/high-availability.md` shows, with other addresses. */
export function patroniSettings(node: NodePlace, etcd: number, binaries: string, isSynchronous: boolean): string {
  return `scope: meervoud
name: ${node.name}
restapi:
  listen: 127.0.0.1:${node.checkPort}
  connect_address: 127.0.0.1:${node.checkPort}
etcd3:
  hosts: 127.0.0.1:${etcd}
bootstrap:
  dcs:
    ttl: ${TTL_SECONDS}
    loop_wait: 2
    retry_timeout: 3
    synchronous_mode: ${isSynchronous}
    maximum_lag_on_failover: ${isSynchronous ? MEGABYTE : 1_000 * MEGABYTE}
    postgresql:
      use_pg_rewind: true
      parameters:
        wal_log_hints: 'on'
        wal_sender_timeout: 5s
  initdb:
    - encoding: UTF8
    - locale: C.UTF-8
    - data-checksums
postgresql:
  listen: 127.0.0.1:${node.port}
  connect_address: 127.0.0.1:${node.port}
  data_dir: ${node.dataDir}
  bin_dir: ${binaries}
  pgpass: ${node.dataDir}.pgpass
  authentication:
    superuser:
      username: postgres
      password: ${PASSWORDS.superuser}
    replication:
      username: replicator
      password: ${PASSWORDS.replication}
  parameters:
    unix_socket_directories: ''
  pg_hba:
    - host replication replicator 127.0.0.1/32 scram-sha-256
    - host all all 127.0.0.1/32 scram-sha-256
`
}

/** How HAProxy leads statements to the node that is the leader now, and phones to a Meervoud that is there. */
export function haproxySettings(ports: Ports, nodes: readonly NodePlace[], processes: readonly number[]): string {
  const databases = nodes.map(({ name, port, checkPort }) => `  server ${name} 127.0.0.1:${port} port ${checkPort}`)
  const webs = processes.map((port, place) => `  server meervoud${place + 1} 127.0.0.1:${port}`)
  return `global
  maxconn 4000

defaults
  timeout connect 3s
  timeout client 60s
  timeout server 60s

listen database
  bind 127.0.0.1:${ports.database}
  mode tcp
  timeout client 1h
  timeout server 1h
  option clitcpka
  option srvtcpka
  option httpchk OPTIONS /primary
  http-check expect status 200
  default-server check inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${databases.join('\n')}

listen web
  bind 127.0.0.1:${ports.web}
  mode http
  balance leastconn
  option forwardfor
  http-request set-header X-Forwarded-Proto http
  option httpchk GET /api/health/live
  http-check expect status 200
  option redispatch 1
  retries 2
  default-server check inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${webs.join('\n')}
`
}
