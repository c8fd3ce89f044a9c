import { type BrowserContext, chromium, type Page, type Response } from 'playwright-core'
import { inject } from 'vitest'

interface Wishes {
  readonly width?: number
  readonly dark?: boolean
  /** Whether scripts run. */
  readonly script?: boolean
  readonly calm?: boolean
  /** Whether pictures are fetched; where only the layout counts, a dot stands for each. */
  readonly pictures?: boolean
}

const HEIGHT = 900
const DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/>'

/** A browser window of some reader, open as long as a test needs it. */
export class Reader implements AsyncDisposable {
  /** What went wrong on the page that is open: errors in the console, failed requests, requests to other sites. */
  readonly complaints: string[] = []
  readonly page: Page
  readonly #context: BrowserContext
  readonly #close: () => Promise<void>

  private constructor(page: Page, script: boolean, close: () => Promise<void>) {
    this.page = page
    this.#context = page.context()
    this.#close = close
    this.#listen(script)
  }

  static async open({ width = 1440, dark = false, script = true, calm = false, pictures = true }: Wishes = {}) {
    const browser = await chromium.connect(inject('browser'))
    const context = await browser.newContext({
      viewport: { width, height: HEIGHT },
      colorScheme: dark ? 'dark' : 'light',
      javaScriptEnabled: script,
      reducedMotion: calm ? 'reduce' : 'no-preference',
    })
    context.setDefaultTimeout(30_000)
    if (!pictures)
      await context.route(/^http:\/\/[^/]+\/(_next\/image|media)\b/, (route) =>
        route.fulfill({ body: DOT, contentType: 'image/svg+xml' }),
      )
    return new Reader(await context.newPage(), script, () => browser.close())
  }

  /** Opens an address of the site under test, or of `site`. */
  async visit(address: string, site = inject('site')): Promise<Response> {
    this.complaints.length = 0
    const response = await this.page.goto(new URL(address, site).href)
    if (response === null) throw new Error(`${address} gave no answer`)
    return response
  }

  resize = (width: number): Promise<void> => this.page.setViewportSize({ width, height: HEIGHT })

  #listen(script: boolean): void {
    const { page, complaints } = this
    page.on('pageerror', (error) => complaints.push(`script: ${error.message}`))
    page.on('console', (message) => {
      // The browser reports the status of the document itself as an error; tests look at it themselves.
      const ofDocument = message.location().url === page.url() && message.text().startsWith('Failed to load resource')
      if (message.type() === 'error' && !ofDocument) complaints.push(`console: ${message.text()}`)
    })
    this.#context.on('request', (request) => {
      const { protocol, host } = new URL(request.url())
      if (protocol.startsWith('http') && host !== new URL(inject('site')).host)
        complaints.push(`elsewhere: ${request.url()}`)
    })
    this.#context.on('response', (response) => {
      if (response.status() >= 400 && !response.request().isNavigationRequest())
        complaints.push(`status ${response.status()}: ${response.url()}`)
    })
    this.#context.on('requestfailed', (request) => {
      // Neither what a browser gives up on its way to the next page has failed, nor the scripts that it does not run.
      const error = request.failure()?.errorText
      const unwanted = error === 'net::ERR_ABORTED' || (!script && request.resourceType() === 'script')
      if (!unwanted) complaints.push(`failed: ${request.url()} ${error}`)
    })
  }

  [Symbol.asyncDispose] = (): Promise<void> => this.#close()
}
