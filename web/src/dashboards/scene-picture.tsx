import { useEffect, useRef, useState } from 'react'
import type { Ink, Mark, Scene } from '@kangheng/drawing/scene.ts'
import { useAddress } from '../shell/address.ts'
import './scene-picture.css'

const colour = (ink: Ink | undefined) => (ink ? `var(--drawn-${ink})` : 'none')
const joined = (points: readonly (readonly [number, number])[]) => points.map((point) => point.join(',')).join(' ')

function Drawn({ mark }: { mark: Mark }) {
  const name = mark.figure ? { 'data-figure': mark.figure, className: 'drawn-figure' } : {}
  const title = mark.label ? <title>{mark.label}</title> : null
  switch (mark.kind) {
    case 'line':
      return (
        <polyline
          points={joined(mark.points)}
          style={{ stroke: colour(mark.ink), fill: 'none' }}
          strokeWidth={mark.width}
          strokeDasharray={mark.dash?.join(' ')}
        />
      )
    case 'text':
      return (
        <text
          {...name}
          x={mark.at[0]}
          y={mark.at[1]}
          fontSize={mark.size}
          textAnchor={mark.anchor}
          fontWeight={mark.bold ? 700 : undefined}
          style={{ fill: colour(mark.ink) }}
        >
          {mark.text}
        </text>
      )
    case 'circle':
      return (
        <circle
          {...name}
          cx={mark.centre[0]}
          cy={mark.centre[1]}
          r={mark.radius}
          style={{ fill: colour(mark.fill), stroke: colour(mark.ink) }}
          strokeWidth={mark.width}
        >
          {title}
        </circle>
      )
    case 'shape':
      return (
        <polygon
          {...name}
          points={joined(mark.points)}
          style={{ fill: colour(mark.fill), stroke: colour(mark.ink) }}
          strokeWidth={mark.width}
        >
          {title}
        </polygon>
      )
  }
}

/** The size of an element, as it changes. */
export function useSize() {
  const root = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<{ width: number; height: number }>()
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect
      setSize({ width: Math.round(width), height: Math.round(height) })
    })
    observer.observe(root.current!)
    return () => observer.disconnect()
  }, [])
  return [root, size] as const
}

/** A picture that fills its frame, drawn `scale` times as large as on a plain page. Pressing a figure shows what is behind it. */
export function ScenePicture({
  draw,
  label,
  scale = 1,
}: {
  draw: (width: number, height: number) => Scene
  label: string
  scale?: number
}) {
  const [root, size] = useSize()
  const [, setFilters] = useAddress<'figure'>()
  const [width, height] = [(size?.width ?? 0) / scale, (size?.height ?? 0) / scale]
  return (
    <div ref={root} className="scene-picture">
      {width > 40 && height > 40 && (
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${width} ${height}`}
          onClick={(event) => {
            const figure = (event.target as Element).getAttribute('data-figure')
            if (figure) setFilters({ figure })
          }}
        >
          {draw(width, height).map((mark, index) => (
            <Drawn key={index} mark={mark} />
          ))}
        </svg>
      )}
    </div>
  )
}
