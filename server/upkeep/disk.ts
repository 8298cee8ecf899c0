import { existsSync, statfsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Room that is left for us on the disk of a folder, in bytes; of the nearest folder above when it is not there yet. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(nearest(folder))
  return bavail * bsize
}

/** Whether two folders lie on one disk, so that both are lost with it. */
export function isSameDisk(one: string, other: string): boolean {
  return statSync(nearest(one)).dev === statSync(nearest(other)).dev
}

function nearest(folder: string): string {
  const path = resolve(folder)
  return existsSync(path) || dirname(path) === path ? path : nearest(dirname(path))
}

/** Size of a file in bytes; 0 when there is none. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/** What the system says a folder lies on, as far as it matters: `network` loses what SQLite promises. */
export type DiskKind = 'local' | 'network' | 'shared'

// Numbers of Linux (statfs(2)); other systems have other numbers, and are taken for local.
const NETWORK = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'],
  [0x73757245, 'Coda'],
])
/** File systems that a program or a virtual machine hands on: some are local, some are not. */
const SHARED = new Map([
  [0x65735546, 'FUSE'],
  [0x01021997, '9P'],
])

/** What kind of disk this number of `statfs` stands for, and its name; 0 and everything unknown is local. */
export function diskKindOf(type: number): { kind: DiskKind; name: string } {
  // The kernel keeps 32 bits, which some platforms read as negative.
  const number = type >>> 0
  const network = NETWORK.get(number)
  if (network !== undefined) return { kind: 'network', name: network }
  const shared = SHARED.get(number)
  return shared === undefined ? { kind: 'local', name: '' } : { kind: 'shared', name: shared }
}

/** What kind of disk a folder lies on; of the nearest folder above when it is not there yet. */
export function diskOf(folder: string): { kind: DiskKind; name: string } {
  return process.platform === 'linux' ? diskKindOf(statfsSync(nearest(folder)).type) : { kind: 'local', name: '' }
}
