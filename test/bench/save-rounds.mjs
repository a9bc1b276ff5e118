/*
 * A process of its own for the saves of `npm run bench -- save`, so that its disk can be made slow. Arguments: the
 * built subject, a folder, bytes of a post, rounds. Prints the samples as JSON.
 */
const [subject = '', folder = '', size = '', rounds = ''] = process.argv.slice(2)
const { saveRounds } = await import(subject)
process.stdout.write(JSON.stringify(await saveRounds(folder, Number(size), Number(rounds))))
