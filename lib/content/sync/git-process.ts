import { execFile } from 'node:child_process'

/** Why git could not do what was asked. */
export type GitCode = 'conflict' | 'network' | 'no-upstream' | 'not-a-checkout' | 'busy'

/** What git could not do; the message says why and what to do, and holds no credentials. */
export class GitError extends Error {
  override name = 'GitError'
  readonly code: GitCode
  constructor(code: GitCode, message: string) {
    super(hideCredentials(message))
    this.code = code
  }
}

/** How a git ended: its exit code, or null where it was killed because its time was over. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

interface Limits {
  /** Milliseconds. */
  readonly limit?: number
  readonly signal?: AbortSignal | undefined
}

/** Enough for whatever git does on its own; milliseconds. */
const LOCAL_LIMIT = 60_000

/** The paths of a few million files. */
const MOST_OUTPUT = 512 * 1024 * 1024

/** Nothing that a repository configures is run, and nothing is done that was not asked for. */
const CONFIG = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['submodule.recurse', 'false'],
  ['merge.autoStash', 'false'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`])

/**
 * Variables that point git to another repository than the folder's; one that was started by a hook has them.
 * @see https://git-scm.com/docs/git-rev-parse (`--local-env-vars`)
 */
const ELSEWHERE = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_COMMON_DIR', 'GIT_PREFIX']

/**
 * Nobody is there to be asked for a password; messages are in English, for us to understand; a `status` takes no lock
 * from those who work; and addresses that would run a program are refused.
 * @see https://git-scm.com/docs/git#_environment_variables
 */
const ENVIRONMENT = {
  LC_ALL: 'C',
  LANGUAGE: '',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: 'false',
  SSH_ASKPASS: 'false',
  SSH_ASKPASS_REQUIRE: 'force',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh',
  GIT_HTTP_LOW_SPEED_LIMIT: '1000',
  GIT_HTTP_LOW_SPEED_TIME: '20',
}

/**
 * Runs git in a folder.
 * @throws {GitError} `not-a-checkout` when there is no git to run; the reason of `signal` when that is aborted
 */
export function runGit(folder: string, args: readonly string[], { limit = LOCAL_LIMIT, signal }: Limits = {}) {
  const env: NodeJS.ProcessEnv = { ...process.env, ...ENVIRONMENT }
  for (const name of ELSEWHERE) delete env[name]
  const options = { env, maxBuffer: MOST_OUTPUT, timeout: limit, ...(signal && { signal }) }
  return new Promise<Ended>((resolve, reject) => {
    execFile('git', ['--no-pager', ...CONFIG, '-C', folder, ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve({ code: 0, stdout, stderr })
      else if (signal?.aborted) reject(signal.reason)
      else if (error.code === 'ENOENT') reject(new GitError('not-a-checkout', 'There is no git to run. Install git.'))
      else resolve({ code: typeof error.code === 'number' ? error.code : null, stdout, stderr })
    })
  })
}

/** A message with no user, password or token in the addresses that it names. */
export const hideCredentials = (text: string): string =>
  text
    .replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/]*@/gi, '$1')
    .replace(/([a-z][a-z0-9+.-]*:\/\/[^\s?#'"]*)\?[^\s'"]*/gi, '$1')

/** What git complained of, in one line. */
export const complaint = ({ code, stderr }: Ended): string =>
  code === null
    ? 'it took too long'
    : stderr
        .trim()
        .replace(/^(fatal|error): /gm, '')
        .replace(/\s*\n\s*/g, ' ')
