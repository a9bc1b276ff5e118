import mermaid from 'mermaid'
import { createCounter } from '../../../shared/base/counter'

/*
 * The page of the process that draws diagrams. It cannot call main, and main ends it if a drawing takes too long: a
 * diagram of a few kilobytes can keep the engine busy for minutes.
 */

const nextId = createCounter()

/** Returns errors of the source as values: the engine's errors have properties that cannot be sent. */
const draw = async (source: string, dark: boolean): Promise<{ svg: string } | { problem: string }> => {
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    theme: dark ? 'dark' : 'neutral',
    fontFamily: 'system-ui, sans-serif',
  })
  const host = document.createElement('div')
  host.style.width = '900px'
  document.body.append(host)
  try {
    const { svg } = await mermaid.render(`diagram-${nextId()}`, source, host)
    return { svg }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  } finally {
    host.remove()
  }
}

Object.assign(globalThis, { draw }) // called by main
