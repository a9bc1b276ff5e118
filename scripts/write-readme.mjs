// Puts the shortcuts into the README, from the table of commands that the app itself reads.
import { readFileSync, writeFileSync } from 'node:fs'
import { runnerImport } from 'vite'
import { inProject, root } from './setup/files.mjs'
import { shortcutsTable, withTable } from './shortcuts-table.mjs'

/** @type {{ module: Parameters<typeof shortcutsTable>[0] }} */
const { module } = await runnerImport('./shared/commands.ts', { root, configFile: false, logLevel: 'error' })
const table = shortcutsTable(module)
const readme = inProject('README.md')
writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), table))
