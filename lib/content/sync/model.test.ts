import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersOf, askPages } from '#tests/fixtures/model/answers.ts'
import { Driven } from '#tests/fixtures/model/driven.ts'
import { Expected } from '#tests/fixtures/model/expected.ts'
import { dump, freshCatalog, problemsIn, shown } from '#tests/fixtures/model/tables.ts'
import { type Step, steps } from '#tests/fixtures/model/universe.ts'

/** Of each test, and where they begin; others find what these do not, when the catalog is worked on. */
const RUNS = Number(process.env.MODEL_RUNS ?? 60)
const SEED = Number(process.env.MODEL_SEED ?? 20261123)

/**
 * What may be reported though its answer is as it was, and why.
 *
 * A story that changes is reported for `months`, though it may not be the one that changed last in its month.
 *
 * A story's new placement (its time, section, topics, authors, edition, series or original) is reported for all its lists, also
 * where its place in one stays: pages arrange what is in a list by the rest of a story's placement, as fronts do by
 * section. `list:recent` is among them, since the moment that it counts from is the reader's.
 */
const MORE = /^(?:list|lists):|^(?:sections|series|pages|fronts|months)$/

async function follow([first, ...others]: readonly Step[], drafts: boolean): Promise<void> {
  await using driven = new Driven({ drafts, first: first?.deeds ?? [] })
  await driven.start()
  const expected = new Expected({ drafts })
  const judge = () => {
    const problems = problemsIn(driven.rows)
    const broken = new Set(problems.filter((line) => / error /.test(line)).map((line) => line.replace(/:.*/s, '')))
    expected.follow(driven.universe, broken, driven.now)
    return { problems, isWhole: !expected.holdsBack(driven.universe, broken) }
  }
  judge()
  let answers = answersOf(driven.store.catalog, driven.now)
  let pages = await askPages(driven.now)
  for (const step of others) {
    const before = driven.now
    const keys = driven.step(step)
    const { problems, isWhole } = judge()
    const fresh = await freshCatalog(driven, drafts)
    const isBack = driven.now < driven.latest
    if (!isBack && driven.siteIsRead) expect(problems).toEqual(fresh.problems)
    const { rows } = driven
    const is = shown(rows)
    expect(is.pages(drafts)).toEqual(expected.pages)
    expect(is.lists).toEqual(expected.lists)
    expect(is.texts).toEqual(expected.texts)
    for (const [alias, slugs] of expected.aliases) expect(slugs).toContain(is.aliases.get(alias))
    for (const alias of is.aliases.keys()) expect(expected.aliases.has(alias)).toBe(true)
    if (!isBack && driven.siteIsRead && isWhole) expect(dump(rows)).toEqual(fresh.tables)

    const answersNow = answersOf(driven.store.catalog, driven.now)
    const changed = Array.from(new Set([...answers.keys(), ...answersNow.keys()])).filter(
      (key) => answers.get(key) !== answersNow.get(key),
    )
    // Nobody is told that stories are recent again when the clock is set back.
    const missed = changed.filter((key) => !keys.has(key) && !(key === 'list:recent' && driven.now < before))
    expect(missed, 'changed, but not reported').toEqual([])
    const needless = Array.from(keys).filter((key) => answersNow.has(key) && !changed.includes(key) && !MORE.test(key))
    expect(needless, 'reported, but not changed').toEqual([])
    answers = answersNow

    const pagesNow = await askPages(driven.now)
    for (const [question, { answer }] of pagesNow) {
      const was = pages.get(question)
      if (was === undefined || was.answer === answer || (question === 'recent stories' && driven.now < before)) continue
      expect(was.keys.isDisjointFrom(keys), `“${question}” has another answer, but none of its keys changed`).toBe(
        false,
      )
    }
    pages = pagesNow
  }
}

test.each([
  ['readers', false],
  ['writers', true],
])(
  'after any edits, what %s see and what has changed is what a fresh catalog says',
  async (_, drafts) => {
    await fc.assert(
      fc.asyncProperty(steps, (all) => follow(all, drafts)),
      { numRuns: RUNS, seed: SEED },
    )
  },
  1_000_000,
)
