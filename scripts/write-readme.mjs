// Puts the shortcuts into the README and the checks into their guide, from the tables that the app itself reads.
import { readFileSync, writeFileSync } from 'node:fs'
import { runnerImport } from 'vite'
import { inProject, root } from './setup/files.mjs'
import { checksTable, shortcutsTable, withTable } from './shortcuts-table.mjs'

/** @type {{ module: Parameters<typeof shortcutsTable>[0] }} */
const { module } = await runnerImport('./shared/commands.ts', { root, configFile: false, logLevel: 'error' })
const table = shortcutsTable(module)
const readme = inProject('README.md')
writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), table))

/** @type {{ module: { checkEntries: Parameters<typeof checksTable>[0] } }} */
const { module: checks } = await runnerImport('./shared/checks/checks.ts', {
  root,
  configFile: false,
  logLevel: 'error',
})
const guide = inProject('assets/guide/checks.md')
writeFileSync(guide, withTable(readFileSync(guide, 'utf8'), checksTable(checks.checkEntries), 'checks'))
