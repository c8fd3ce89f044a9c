/** What the words of a search can say; `lib/search` reads them. */
const EXAMPLES = [
  ['moon landing', 'stories with both words, in any of their forms'],
  ['"moon landing"', 'these words, one after the other'],
  ['moon -apollo', 'the first without the second'],
  ['author:delgado', 'stories by an author'],
  ['section:science', 'stories of a section'],
  ['after:2022-04 before:2023', 'stories of a time: a year, a month or a day'],
] as const

/** How a search can say more than words. */
export function Syntax() {
  return (
    <section aria-labelledby="syntax-title">
      <h2 id="syntax-title" className="label border-ink border-b pb-1.5">
        How to search
      </h2>
      <dl className="text-base">
        {EXAMPLES.map(([typed, found]) => (
          <div key={typed} className="grid gap-x-6 border-hair border-b py-2 sm:grid-cols-[15rem_minmax(0,1fr)]">
            <dt className="font-sans text-small font-semibold leading-6">{typed}</dt>
            <dd className="text-quiet">{found}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
