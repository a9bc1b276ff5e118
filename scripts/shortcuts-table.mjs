/** The shortcuts as a markdown table, in the order of the menus.
 * @template {{ title: string, key?: string | undefined }} Command
 * @param {{ commands: readonly Command[], keyOf: (command: Command, mac: boolean) => string | undefined,
 *   readableKey: (key: string, mac: boolean) => string }} table what shared/commands.ts exports
 */
export const shortcutsTable = ({ commands, keyOf, readableKey }) => {
  /** @param {Command} command @param {boolean} mac */
  const cell = (command, mac) => {
    const key = keyOf(command, mac)
    return key ? code(readableKey(key, mac)) : ''
  }
  const rows = commands
    .filter((command) => command.key)
    .map(
      (command) => `| ${command.title.replace('…', '')} | ${cell(command, false)} | ${cell(command, true)} |`,
    )
  return ['| Command | Windows, Linux | macOS |', '| --- | --- | --- |', ...rows].join('\n')
}

/** A key as code; one with a backtick in it needs two around. @param {string} key */
const code = (key) => (key.includes('`') ? `\`\` ${key} \`\`` : `\`${key}\``)

/** @param {string} name */
const marksOf = (name) => ({ begin: `<!-- ${name}: npm run docs -->`, end: `<!-- end of ${name} -->` })

/** The table between the marks of a page; empty when it has none. @param {string} page */
export const tableIn = (page, name = 'shortcuts') => {
  const { begin, end } = marksOf(name)
  return page.split(begin)[1]?.split(end)[0]?.trim() ?? ''
}

/** The page with another table between its marks. @param {string} page @param {string} table */
export const withTable = (page, table, name = 'shortcuts') => {
  const { begin, end } = marksOf(name)
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from < 0 || to < from) throw new Error(`The page has no ${begin} … ${end}`)
  return `${page.slice(0, from + begin.length)}\n\n${table}\n\n${page.slice(to)}`
}

/** The checks as a markdown table, each with an anchor of its name.
 * @param {readonly { name: string, severity: string, about: string }[]} checks
 */
export const checksTable = (checks) => {
  const rows = checks.map(
    ({ name, severity, about }) => `| <a id="${name}"></a>\`${name}\` | ${severity} | ${about} |`,
  )
  return ['| Check | Default | What it finds |', '| --- | --- | --- |', ...rows].join('\n')
}
