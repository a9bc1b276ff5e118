import { BlockList, isIP } from 'node:net'

/** Addresses of this machine, this network, or of no host at all (IANA special-purpose registries, RFC 6890). */
const special4 = new BlockList()
const special6 = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special4.addSubnet(network, bits, 'ipv4')
// Only 2000::/3 is given to hosts; of that, what carries an IPv4 address inside, and what is for examples.
for (const [network, bits] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special6.addSubnet(network, bits, 'ipv6')

/** Whether an IP address, with or without brackets, is one of the public internet. */
export const isPublicAddress = (address: string): boolean => {
  const plain = address.replace(/^\[|\]$/g, '')
  const family = isIP(plain)
  if (family === 0) return false
  if (family === 4) return !special4.check(plain, 'ipv4')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1]
  if (mapped !== undefined) return !special4.check(mapped, 'ipv4')
  return !special6.check(plain.split('%', 1).join(''), 'ipv6')
}
