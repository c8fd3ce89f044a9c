/** What the ranking looks at in a story. */
export interface Candidate {
  readonly slug: string
  readonly section: string
  readonly topics: readonly string[]
  readonly series: string | null
  /** Milliseconds since the epoch. */
  readonly published: number
}

/** What each ground for kinship weighs. Topics count by rarity, up to `topic` for one that no other story has. */
const WEIGHTS = { series: 8, topic: 4, section: 1, nearness: 1 }
const YEAR = 365 * 24 * 3600 * 1000

/**
 * Orders stories by kinship with one: the same series, shared topics weighed by rarity, the same section, nearness in
 * time. Stories that share neither series, topic nor section are left out; ties go to the newer story.
 * @param frequency how many of all stories have a topic
 */
export function rankRelated(
  subject: Candidate,
  candidates: Iterable<Candidate>,
  frequency: (topic: string) => number,
  total: number,
): Candidate[] {
  const topics = new Set(subject.topics)
  const scored: { candidate: Candidate; score: number }[] = []
  for (const candidate of candidates) {
    if (candidate.slug === subject.slug) continue
    let kinship = 0
    if (subject.series !== null && candidate.series === subject.series) kinship += WEIGHTS.series
    for (const topic of candidate.topics)
      if (topics.has(topic)) kinship += WEIGHTS.topic * rarity(frequency(topic), total)
    if (candidate.section === subject.section) kinship += WEIGHTS.section
    if (kinship === 0) continue
    const apart = Math.abs(candidate.published - subject.published)
    scored.push({ candidate, score: kinship + WEIGHTS.nearness / (1 + apart / YEAR) })
  }
  const order = (a: (typeof scored)[number], b: (typeof scored)[number]) =>
    b.score - a.score || b.candidate.published - a.candidate.published || (a.candidate.slug < b.candidate.slug ? -1 : 1)
  return scored.sort(order).map(({ candidate }) => candidate)
}

/** 1 for a topic of two stories, towards 0 for a topic of all: inverse document frequency, scaled to the archive. */
const rarity = (count: number, total: number) => Math.log((total + 1) / Math.max(1, count)) / Math.log(total + 1)
