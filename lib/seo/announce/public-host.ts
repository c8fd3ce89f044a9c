import { BlockList, isIP } from 'node:net'

/** Addresses that mean something else, or nothing, on other machines. @see https://www.rfc-editor.org/rfc/rfc6890 */
const PRIVATE = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv6')

/** Names that no public name server knows. @see https://www.rfc-editor.org/rfc/rfc6761 */
const LOCAL = /(?:^|\.)(?:localhost|local|internal|home\.arpa|test|invalid)$/

/**
 * Whether other machines can find a site by its address: one at home, or on the machine of whoever writes it, has
 * nothing to announce.
 * @param url absolute, http or https
 */
export function hasPublicHost(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$|\.$/g, '')
  const version = isIP(host)
  if (version !== 0) return !PRIVATE.check(host, version === 4 ? 'ipv4' : 'ipv6')
  return host.includes('.') && !LOCAL.test(host)
}
