import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { writeBlogPosts } from './blog-posts.mjs'
import { median, ms } from './figures.mjs'

/*
 * npm run bench -- check [--posts 1000,10000] [--runs 3]
 *
 * `postwright check` over a generated blog, beside the floor: a program that reads and parses the same files with
 * markdown-it, in the same run. Both are whole processes, from their start to their end. For what a key costs with all
 * checks on: npm run bench -- typing.
 */

const root = resolve(import.meta.dirname, '../..')
const option = (/** @type {string} */ name, /** @type {string} */ otherwise) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise)
}
const counts = option('posts', '1000,10000').split(',').map(Number)
const runs = Number(option('runs', '3'))
const cli = resolve(root, process.env.POSTWRIGHT_OUT ?? 'out', 'main/cli.js')

/** The peak memory of a process in MB; only Linux reports it while the process runs. @param {number | undefined} pid */
const peakOf = (pid) => {
  try {
    const [, kilobytes = 'NaN'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) / 1024
  } catch {
    return Number.NaN // it has just ended, or this is another system
  }
}

/** @param {readonly string[]} args @returns {Promise<{ time: number, memory: number }>} */
const measured = (args) =>
  new Promise((done, fail) => {
    const began = performance.now()
    const child = spawn(process.execPath, args, {
      stdio: 'ignore',
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    })
    let memory = Number.NaN
    const timer = setInterval(() => {
      const now = peakOf(child.pid)
      if (!Number.isNaN(now)) memory = now
    }, 20)
    child.once('error', fail)
    child.once('exit', (code) => {
      clearInterval(timer)
      if (code === null || code > 1) fail(new Error(`${args[0]} ended with ${code}`))
      else done({ time: performance.now() - began, memory })
    })
  })

console.log(
  `${availableParallelism()} processors; medians of ${runs} runs, the floor and the checks in turn\n`,
)
console.log('| posts | check, ms | floor, ms | times the floor | check, MB | floor, MB |')
console.log('| --- | --- | --- | --- | --- | --- |')
for (const count of counts) {
  const folder = mkdtempSync(join(tmpdir(), 'postwright-check-'))
  try {
    writeBlogPosts(folder, count)
    writeFileSync(join(folder, 'package.json'), '{ "dependencies": { "next": "15.0.0" } }')
    const floor = []
    const check = []
    for (let run = 0; run < runs; run++) {
      floor.push(await measured([join(import.meta.dirname, 'check-floor.mjs'), folder]))
      check.push(await measured([cli, 'check', folder, '--format', 'json']))
    }
    const time = (/** @type {typeof floor} */ of) => median(of.map((one) => one.time))
    const memory = (/** @type {typeof floor} */ of) => Math.round(median(of.map((one) => one.memory)))
    const times = (time(check) / time(floor)).toFixed(2)
    console.log(
      `| ${count.toLocaleString('en')} | ${ms(time(check))} | ${ms(time(floor))} | ${times} | ${memory(check)} | ${memory(floor)} |`,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}
