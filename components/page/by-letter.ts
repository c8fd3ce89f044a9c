/** Things with a title under their first letters, both in the order of the publication's language. */
export function byLetter<Titled extends { readonly title: string }>(
  things: readonly Titled[],
  locale: string,
): [string, Titled[]][] {
  const { compare } = new Intl.Collator(locale)
  const letter = (title: string) => title.slice(0, 1).normalize('NFD').slice(0, 1).toLocaleUpperCase(locale)
  const groups = Map.groupBy(things, (thing) => letter(thing.title))
  return [...groups]
    .sort(([a], [b]) => compare(a, b))
    .map(([head, group]) => [head, group.toSorted((a, b) => compare(a.title, b.title))])
}
