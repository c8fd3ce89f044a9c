import { isIP } from 'node:net'

/** The name of a site's machine; `localhost` for a trial under a number, which mails cannot come from. */
export function domainOf(siteUrl: string): string {
  const host = new URL(siteUrl).hostname.replace(/^\[(.*)\]$/, '$1')
  return isIP(host) === 0 ? host : 'localhost'
}
