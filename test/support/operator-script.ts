import { createOperations } from '../../electron/posts/operations/operations'
import { planBulkEdit } from '../../electron/posts/plans/bulk-edit'
import { planRename } from '../../electron/posts/plans/rename-post'
import { planReplace } from '../../electron/posts/plans/replace-in-posts'
import { detectSite } from '../../electron/site/detect-site'

// A separate process that renames a slug, replaces text, edits many posts, undoes an operation or recovers
// from a crash, and kills itself after the given number of steps.
// Arguments: site, folder of the records, task, number of steps before the kill (empty: never), ids.

const [site = '', folder = '', task = '', stop = '', ...ids] = process.argv.slice(2)

const setBackMs = Number(process.env.CLOCK_SET_BACK_MS ?? 0)
const clock = Date.now
Date.now = () => clock() - setBackMs

const operations = createOperations({
  folder,
  trash: () => Promise.reject(new Error('there is no bin here')),
  afterStep: (done) => {
    if (stop !== '' && done === Number(stop)) process.kill(process.pid, 'SIGKILL')
  },
})
const tell = (answer: unknown) => process.stdout.write(`${JSON.stringify(answer)}\n`)
const found = await detectSite(site)

switch (task) {
  case 'rename': {
    const [id = '', slug = ''] = ids
    const { steps } = await planRename(found, id, slug)
    tell({ kind: 'planned', count: steps.length })
    const { undo } = await operations.run({ title: 'Rename', steps, afterCrash: 'finish' })
    tell({ kind: 'done', message: undo })
    break
  }
  case 'replace': {
    const request = { text: 'colour', replacement: 'color', wholeWord: false, matchCase: false, regex: false }
    const { steps } = await planReplace(found.postsRoot, ids, request)
    tell({ kind: 'planned', count: steps.length })
    const { undo } = await operations.run({ title: 'Replace', steps, afterCrash: 'leave' })
    tell({ kind: 'done', message: undo })
    break
  }
  case 'bulk': {
    const { steps } = await planBulkEdit(found.postsRoot, ids, [{ kind: 'set', key: 'draft', value: true }])
    tell({ kind: 'planned', count: steps.length })
    const { undo } = await operations.run({ title: 'Bulk edit', steps, afterCrash: 'leave' })
    tell({ kind: 'done', message: undo })
    break
  }
  case 'undo':
    tell({ kind: 'done', ...(await operations.undo(ids[0] ?? '')), undo: null })
    break
  case 'recover':
    for (const { kind, ...found } of await operations.recover())
      tell({ ...found, kind: 'recovered', reason: kind, message: 'undo' in found ? found.undo : '' })
    tell({ kind: 'done' })
    break
  default:
    throw new Error(`No task ${task}`)
}
