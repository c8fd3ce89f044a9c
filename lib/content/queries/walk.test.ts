import fc from 'fast-check'
import { expect, test } from 'vitest'
import { article, type Parts } from '#tests/fixtures/content.ts'
import { type RunningSite, runningSite } from '#tests/fixtures/running.ts'
import { getSectionStories } from './sections.ts'

/** What editors do while a reader goes from one page to the next. */
type Deed =
  /** Stories are published, as many hours after the first day; those of one hour at the same moment. */
  | { readonly type: 'publish'; readonly hours: readonly number[] }
  /** A story goes, by its number: for good, as withdrawn, or to another section. */
  | { readonly type: 'remove' | 'withdraw' | 'move'; readonly n: number }

const HOURS = 40
const FIRST_DAY = Date.UTC(2025, 5, 30)
const FOR_GOOD = { status: 'withdrawn', withdrawn: '{ date: 2025-12-01T12:00:00Z, reason: Wrong. }' }

const hour = fc.integer({ min: 0, max: HOURS })
const deed: fc.Arbitrary<Deed> = fc.oneof(
  // At the top, as most are, and anywhere.
  fc.record({ type: fc.constant('publish' as const), hours: fc.array(fc.constant(HOURS + 1), { maxLength: 25 }) }),
  fc.record({ type: fc.constant('publish' as const), hours: fc.array(hour, { maxLength: 4 }) }),
  fc.record({ type: fc.constantFrom('remove', 'withdraw', 'move'), n: fc.nat(90) }),
)

/** The science section of a site, as a reader walks through it and editors change it. */
class Walked implements AsyncDisposable {
  readonly #site: RunningSite
  readonly #hours: number[]
  /** By number, the stories that have gone. */
  readonly gone = new Set<number>()

  private constructor(site: RunningSite, hours: readonly number[]) {
    this.#site = site
    this.#hours = [...hours]
  }

  static async of(hours: readonly number[]): Promise<Walked> {
    return new Walked(await runningSite(Object.assign({}, ...hours.map((at, n) => story(n, at)))), hours)
  }

  async do(deed: Deed): Promise<void> {
    if (deed.type === 'publish') {
      const parts = deed.hours.map((at) => story(this.#hours.push(at) - 1, at))
      await this.#site.change(Object.assign({}, ...parts))
      return
    }
    const at = this.#hours[deed.n]
    if (at === undefined || this.gone.has(deed.n)) return
    this.gone.add(deed.n)
    if (deed.type === 'remove') await this.#site.folder.remove(`articles/s${deed.n}.md`)
    await this.#site.change(
      deed.type === 'remove' ? {} : story(deed.n, at, deed.type === 'move' ? { section: 'world' } : FOR_GOOD),
    )
  }

  [Symbol.asyncDispose] = () => this.#site[Symbol.asyncDispose]()
}

function story(n: number, hours: number, over = {}): Parts {
  const published = new Date(FIRST_DAY + hours * 3600 * 1000).toISOString()
  return { [`articles/s${n}.md`]: article({ published, section: 'science', ...over }) }
}

test('whoever walks through a list while it changes meets no story twice, and misses none that is there all the time', {
  timeout: 60_000,
}, async () => {
  const first = fc.array(hour, { minLength: 30, maxLength: 80 })
  const property = fc.asyncProperty(first, fc.array(deed, { maxLength: 4 }), async (hours, deeds) => {
    await using walked = await Walked.of(hours)
    const met: string[] = []
    let next: string | null = ''
    for (const deed of [...deeds, null, null, null, null, null, null, null]) {
      const before = new URLSearchParams(next).get('before')
      const page = await getSectionStories('science', before)
      met.push(...(page?.items.map(({ slug }) => slug) ?? []))
      next = page?.older ?? null
      if (next === null) break
      if (deed) await walked.do(deed)
    }
    expect(next).toBeNull()
    expect(new Set(met).size).toBe(met.length)
    const stayed = hours.flatMap((_, n) => (walked.gone.has(n) ? [] : [`s${n}`]))
    expect(met).toEqual(expect.arrayContaining(stayed))
  })
  await fc.assert(property, { numRuns: 30, seed: 20261123 })
})
