import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { icns, ico } from '../../scripts/icon-files.mjs'

const pictures = new Map([16, 32, 64, 128, 256, 512, 1024].map((size) => [size, Buffer.from(`png ${size}`)]))

test('every entry of a Windows icon points at its picture', () => {
  const file = ico(pictures)
  const count = file.readUInt16LE(4)
  expect(count).toBe(5)
  for (let index = 0; index < count; index += 1) {
    const entry = 6 + index * 16
    const size = file.readUInt8(entry) || 256
    const from = file.readUInt32LE(entry + 12)
    expect(file.subarray(from, from + file.readUInt32LE(entry + 8)).toString()).toBe(`png ${size}`)
  }
})

test('the pieces of a macOS icon add up to its length', () => {
  const file = icns(pictures)
  expect(file.toString('latin1', 0, 4)).toBe('icns')
  expect(file.readUInt32BE(4)).toBe(file.length)
  const types: string[] = []
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4))
    types.push(file.toString('latin1', at, at + 4))
  expect(types).toContain('ic10')
  expect(types.length).toBe(8)
})

test('the icon files in assets are of these kinds', () => {
  const assets = resolve(import.meta.dirname, '../../assets')
  expect(readFileSync(resolve(assets, 'icon.ico')).readUInt16LE(2)).toBe(1)
  expect(readFileSync(resolve(assets, 'icon.icns')).toString('latin1', 0, 4)).toBe('icns')
})
