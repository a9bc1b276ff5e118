import { openLibrary } from './open-library'

// A separate process that scans a folder once and prints the posts found and what it could not read.
// Arguments: posts folder, file of the index.

const [folder = '', databaseFile = ''] = process.argv.slice(2)

const { library, posts, notes, until } = openLibrary(folder, { databaseFile })
await library.settled()
await until(() => posts.size > 0, 'there were posts')
const problems = library.problems().map(({ path, message }) => `${path}: ${message}`)
process.stdout.write(
  `${JSON.stringify({ kind: 'looked', posts: [...posts.keys()].sort(), problems, notes })}\n`,
)
await library.close()
