import { execFileSync } from 'node:child_process'
import { mkdir, readlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { debScripts } from '../../scripts/run/deb-scripts.mjs'
import { withTempFolder } from '../support/temp-folder'

const temp = withTempFolder()

const scriptOf = (name: string): string => {
  const text = debScripts().find((script) => script.name === name)?.text ?? ''
  return text.replaceAll(`\${executable}`, 'postwright').replaceAll(`\${sanitizedProductName}`, 'Postwright')
}

describe.skipIf(process.platform !== 'linux')('the scripts of a deb', () => {
  test.each(['after-install', 'after-remove'])('%s is one that a shell can read', (name) => {
    expect(scriptOf(name)).toContain('/opt/Postwright/resources/bin/postwright')
    execFileSync('bash', ['-n'], { input: scriptOf(name) })
  })

  test('the launcher is what the name of the command comes to', async () => {
    // The added part, in a separate tree without update-alternatives.
    await mkdir(join(temp(), 'usr/bin'), { recursive: true })
    await mkdir(join(temp(), 'empty'))
    const added = scriptOf('after-install').split('\n').slice(-8).join('\n')
    await writeFile(join(temp(), 'script'), added.replaceAll("'/usr/", `'${temp()}/usr/`))
    execFileSync('/bin/bash', ['-c', `type() { return 1; }; . '${join(temp(), 'script')}'`])
    expect(await readlink(join(temp(), 'usr/bin/postwright'))).toBe(
      '/opt/Postwright/resources/bin/postwright',
    )
  })
})
