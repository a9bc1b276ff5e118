import mermaid from 'mermaid'

/*
 * The page of the process that draws diagrams. It has no way to main, and main ends it when a drawing takes too long:
 * a diagram of a few kilobytes can keep the engine busy for minutes.
 */

let lastId = 0

const draw = async (source: string, dark: boolean): Promise<string> => {
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
    lastId += 1
    const { svg } = await mermaid.render(`diagram-${lastId}`, source, host)
    return svg
  } finally {
    host.remove()
  }
}

Object.assign(globalThis, { draw }) // called by main, which knows no other name here
