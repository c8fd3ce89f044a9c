/** A document that Next would send empty until a script has run, and that a route of ours shows whole. */
export type Fault = 404 | 500 | 503

/** The routes that show a fault as a whole page. They are no addresses of readers. */
export const FAULT_ROUTES: Readonly<Record<Fault, string>> = {
  404: '/fault/missing',
  500: '/fault',
  503: '/fault/late',
}

const STATUS = new Map(Object.entries(FAULT_ROUTES).map(([status, url]) => [url, Number(status) as Fault]))

/** The fault that the page at this address is there to show, if any. */
export const statusOfFault = (url: string): Fault | null => STATUS.get(url) ?? null
