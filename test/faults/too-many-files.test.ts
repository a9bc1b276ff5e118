import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bundle, runScript } from '../support/fault-tools'
import { withTempFolder } from '../support/temp-folder'

const folder = withTempFolder()

test.skipIf(process.platform === 'win32')(
  'no more files can be opened: save, journal and history say so, lose nothing, and go on when there is room',
  async () => {
    const scripts = await mkdtemp(join(tmpdir(), 'postwright-script-'))
    const script = await bundle('test/faults/crowded.ts', scripts)
    const posts = join(folder(), 'posts')
    await mkdir(posts)
    await writeFile(join(posts, 'a.md'), 'old\n')
    const few = ['bash', '-c', 'ulimit -n 100 && exec "$0" "$@"']
    const { answers, ended } = runScript(script, [posts, join(folder(), 'data')], few)
    expect(await ended).toEqual({ code: 0, errors: '' })
    const busy = expect.stringMatching(/Too many files are open/)
    expect(answers).toMatchObject([
      { kind: 'written' },
      { kind: 'kept' },
      { kind: 'crowded journal', answer: { kind: 'failed', message: busy } },
      { kind: 'crowded journal', answer: { kind: 'failed', message: busy } },
      { kind: 'crowded history', answer: { message: busy } },
      { kind: 'crowded save', answer: { kind: 'failed', message: busy } },
      { kind: 'read', text: 'first' },
      { kind: 'journal', answer: { kind: 'written' } },
      { kind: 'save', answer: { kind: 'saved' } },
    ])
    expect(await readFile(join(posts, 'a.md'), 'utf8')).toBe('new\n')
    expect(await readdir(posts)).toEqual(['a.md'])
    await rm(scripts, { recursive: true })
  },
)
