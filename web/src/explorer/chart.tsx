import { useEffect, useRef } from 'react'
import { init, type ChartOption, type EChartsType } from './echarts.ts'

/** A chart that fills its width. `onReady` is given a function that makes its PNG. */
export default function Chart({
  option,
  height,
  label,
  onReady,
}: {
  option: ChartOption
  height: number
  label: string
  onReady: (png: () => string) => void
}) {
  const root = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(undefined)
  const ready = useRef(onReady)
  useEffect(() => {
    ready.current = onReady
  })
  useEffect(() => {
    const made = init(root.current!)
    chart.current = made
    ready.current(() => made.getDataURL({ type: 'png', pixelRatio: 2 }))
    const observer = new ResizeObserver(() => made.resize())
    observer.observe(root.current!)
    return () => {
      observer.disconnect()
      made.dispose()
    }
  }, [])
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true })
    chart.current?.resize()
  }, [option, height])
  return <div ref={root} role="img" aria-label={label} style={{ height }} />
}
