import type { WindowBounds } from '../workspace/app-state'

/** A rectangle of the desktop in device-independent pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * The bounds of a new window: as last time, moved and shrunk to fit the work area that showed most of it. Without a
 * position, and so centered on the main screen, if no screen shows any of it now.
 */
export const boundsOnScreens = (
  { x, y, width, height }: WindowBounds,
  workAreas: readonly Area[],
): Partial<Pick<Area, 'x' | 'y'>> & Pick<Area, 'width' | 'height'> => {
  const seen = workAreas
    .map((area) => ({
      area,
      shared: x === undefined || y === undefined ? 0 : shared({ x, y, width, height }, area),
    }))
    .sort((a, b) => b.shared - a.shared)
  const [best] = seen
  if (!best) return { width, height }
  const size = { width: Math.min(width, best.area.width), height: Math.min(height, best.area.height) }
  if (x === undefined || y === undefined || best.shared === 0) return size
  return {
    x: clamp(x, best.area.x, best.area.x + best.area.width - size.width),
    y: clamp(y, best.area.y, best.area.y + best.area.height - size.height),
    ...size,
  }
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most))

const shared = (one: Area, other: Area): number => {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return width > 0 && height > 0 ? width * height : 0
}
