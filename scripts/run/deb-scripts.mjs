import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inProject } from '../setup/files.mjs'

const launcher = `/opt/\${sanitizedProductName}/resources/bin/\${executable}`

// electron-builder's own link leads to the program itself, with 100; the launcher goes before it.
const additions = {
  'after-install': `
if type update-alternatives >/dev/null 2>&1; then
    update-alternatives --install '/usr/bin/\${executable}' '\${executable}' '${launcher}' 200
else
    ln -sf '${launcher}' '/usr/bin/\${executable}'
fi
`,
  'after-remove': `
if type update-alternatives >/dev/null 2>&1; then
    update-alternatives --remove '\${executable}' '${launcher}'
fi
`,
}

/** What a deb runs when it has been installed or removed, by the name of the script: electron-builder's own, and what is added. */
export const debScripts = () => {
  const builder = dirname(createRequire(import.meta.url).resolve('app-builder-lib/package.json'))
  return Object.entries(additions).map(([name, added]) => ({
    name,
    text: `${readFileSync(join(builder, 'templates/linux', `${name}.tpl`), 'utf8')}\n${added}`,
  }))
}

/** Writes the scripts for a deb, and answers the options that name them to electron-builder. */
export const prepareDeb = () => {
  const folder = inProject('.cache/deb')
  mkdirSync(folder, { recursive: true })
  return debScripts().map(({ name, text }) => {
    const path = join(folder, `${name}.tpl`)
    writeFileSync(path, text)
    return `-c.deb.${name === 'after-install' ? 'afterInstall' : 'afterRemove'}=${path}`
  })
}
