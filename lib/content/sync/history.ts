import type { Rename } from '../catalog/renames.ts'
import { kindOf } from '../source/read.ts'
import type { Changes } from './changes.ts'
import { type Checkout, findCheckout } from './git.ts'
import { GitError } from './git-process.ts'
import type { Sync } from './sync.ts'

/** The renames between two commits; since the first one, where there is no earlier. */
export interface Followed {
  readonly since: string | null
  readonly commit: string
  readonly renames: readonly Rename[]
}

/** What git tells of the content folder, and what of that the catalog remembers. */
export class History {
  readonly #root: string
  #checkout: Checkout | null = null

  constructor(root: string) {
    this.#root = root
  }

  /** Looks whether the content folder is in a checkout. */
  async find(): Promise<void> {
    this.#checkout = await findCheckout(this.#root)
  }

  /** The checkout that the content folder is in. @throws {GitError} when it is in none */
  async checkout(): Promise<Checkout> {
    const checkout = this.#checkout ?? (await findCheckout(this.#root))
    if (checkout === null) throw new GitError('not-a-checkout', `${this.#root} is in no git checkout.`)
    return checkout
  }

  /** What changed since the catalog was last up to date: by commit where that tells all, else by looking at every file. */
  async missed(sync: Sync): Promise<Changes> {
    const commit = sync.meta('commit')
    if (commit !== null) {
      const checkout = await findCheckout(this.#root)
      if (checkout !== null && (await checkout.isClean())) {
        const changed = await checkout.changedSince(commit)
        if (changed !== null) return sync.look(changed.keys())
      }
    }
    return sync.scan()
  }

  /** Remembers which commit is checked out. Whether nothing but it is published, nobody knows any more. */
  async noteHead(sync: Sync): Promise<void> {
    const head = await this.#checkout?.head().catch(() => null)
    sync.setMeta('head', head == null ? null : JSON.stringify(head))
    sync.setMeta('commit', null)
  }

  /** The commit that is checked out, if the content folder is as it has it. */
  async cleanCommit(): Promise<string | null> {
    const head = await this.#checkout?.head().catch(() => null)
    if (head == null || (await this.#checkout?.isClean().catch(() => false)) !== true) return null
    return head.commit
  }

  /** Whether following renames would have to go through all of the history. */
  isNewTo = (sync: Sync): boolean => sync.meta('renamed') === null

  /**
   * The renames that the catalog does not know of, up to the commit that is checked out.
   * @returns null when nothing new is checked out, or git does not tell
   */
  async renames(sync: Sync): Promise<Followed | null> {
    const since = sync.meta('renamed')
    const head = await this.#checkout?.head().catch(() => null)
    if (head == null || head.commit === since) return null
    const found = await this.#checkout?.renames(since).catch(() => null)
    return found == null ? null : { since, commit: head.commit, renames: found.flatMap(toRename) }
  }
}

/** A file that was moved to another folder keeps its name, and another kind of file is another thing. */
function toRename([from, to]: readonly [string, string]): Rename[] {
  const [was, is] = [kindOf(from), kindOf(to)]
  return was === null || was.kind !== is?.kind || was.slug === is.slug
    ? []
    : [{ kind: was.kind, from: was.slug, to: is.slug }]
}
