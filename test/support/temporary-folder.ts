import { mkdtemp, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new empty folder outside the project, by its real path. */
export const temporaryFolder = async (): Promise<string> =>
  mkdtemp(join(await realpath(tmpdir()), 'postwright-test-'))
