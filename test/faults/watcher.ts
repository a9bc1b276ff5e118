import { watchFolder } from '../../electron/library/files/watch-folder'

// A process that watches a folder and reports events until the folder must be scanned. Argument: the folder.

const [root = ''] = process.argv.slice(2)
const tell = (kind: string, message?: string): void => {
  process.stdout.write(`${JSON.stringify({ kind, message })}\n`)
}

const watch = watchFolder({
  root,
  onPaths: (paths) => tell('paths', [...paths].join()),
  onSettled: () => tell('settled'),
  onLook: () => {
    tell('look')
    void watch.close()
  },
  onAvailable: (available, message) => tell(available ? 'there' : 'gone', message),
  onNote: (note) => tell('note', note),
})
await watch.ready()
tell('ready')
