import { accessSync, closeSync, constants, fstatSync, openSync } from 'node:fs'

// Faults are put into the N-th call of each thread. A thread that has made so many calls before counts where no other
// gets to, so that only its own calls fail.

for (let count = 0; count < 1000; count++) {
  accessSync('/dev/null', constants.R_OK)
  const file = openSync('/dev/null', 'r')
  fstatSync(file)
  closeSync(file)
}
