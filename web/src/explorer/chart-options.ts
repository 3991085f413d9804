import { seriesStyles } from '@kangheng/drawing/series-style.ts'
import { drawable, grouped } from '../parts/number.ts'
import type { Inks } from './chart-inks.ts'
import type { ChartOption } from './echarts.ts'

export interface Series {
  readonly name: string
  readonly values: readonly (string | null)[]
  /** Numbers of notes, beside the values they are about. */
  readonly notes?: readonly (number | undefined)[]
}

export interface Bar {
  readonly name: string
  readonly value: string | null
  readonly lastYear: string | null
  readonly note?: number | undefined
}

export interface Heading {
  readonly title: string
  readonly note: string
  readonly unit: string
}

interface Labels {
  readonly lastYear: string
  readonly thisYear: string
  readonly target: string
}

const font = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif'
const readable = (value: unknown) =>
  value === null || value === undefined || value === '-' ? '—' : grouped(String(value))

/** The dash of a series, the same as on dashboards. */
function dashOf(index: number): 'solid' | number[] {
  const { dash } = seriesStyles[index % seriesStyles.length]!
  return dash.length === 0 ? 'solid' : [...dash]
}

function heading({ title, note, unit }: Heading, inks: Inks) {
  return {
    text: `${title} / ${unit}`,
    subtext: note,
    left: 8,
    top: 4,
    textStyle: { color: inks.ink, fontSize: 15, fontFamily: font },
    subtextStyle: { color: inks.quiet, fontSize: 12, fontFamily: font },
  }
}

/** Lines with their names at their ends; one message. */
export function lineOption(
  head: Heading,
  periods: readonly string[],
  series: readonly Series[],
  inks: Inks,
): ChartOption {
  return {
    backgroundColor: inks.surface,
    textStyle: { fontFamily: font },
    animation: false,
    aria: { enabled: true },
    title: heading(head, inks),
    tooltip: { trigger: 'axis', valueFormatter: readable },
    grid: { left: 12, right: 110, top: 74, bottom: 12, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: [...periods],
      axisLine: { lineStyle: { color: inks.ink } },
      axisLabel: { color: inks.quiet },
      boundaryGap: false,
    },
    yAxis: {
      type: 'value',
      scale: true,
      axisLabel: { color: inks.quiet, formatter: (value: number) => grouped(String(value)) },
      splitLine: { lineStyle: { color: inks.rule } },
    },
    series: series.map((line, index) => ({
      type: 'line',
      name: line.name,
      data: line.values.map((value) => drawable(value)),
      symbol: ['circle', 'diamond', 'rect', 'triangle', 'emptyCircle', 'emptyRect'][index % 6]!,
      symbolSize: 6,
      color: inks.series[index % inks.series.length]!,
      // Each its own dash as well as its own marker: whoever prints in black loses nothing.
      lineStyle: { width: index === 0 ? 2.5 : 1.6, type: dashOf(index) },
      endLabel: { show: true, formatter: '{a}', color: inks.ink, fontSize: 12 },
      labelLayout: { moveOverlap: 'shiftY' },
      markPoint: {
        silent: true,
        symbol: 'circle',
        symbolSize: 17,
        symbolOffset: [0, -16],
        itemStyle: { color: inks.surface, borderColor: inks.ink, borderWidth: 1 },
        label: { color: inks.ink, fontSize: 10, fontWeight: 'bold' as const },
        data: (line.notes ?? []).flatMap((number, at) => {
          const value = drawable(line.values[at] ?? null)
          return number === undefined || value === null
            ? []
            : [{ name: String(number), coord: [at, value], value: number }]
        }),
      },
    })),
  }
}

/** Small multiples: one place each, all on the same scale, the county's own line in grey behind. */
export function multiplesOption(
  head: Heading,
  periods: readonly string[],
  series: readonly Series[],
  base: Series | undefined,
  columns: number,
  inks: Inks,
): ChartOption {
  const all = [...series, ...(base ? [base] : [])]
    .flatMap((line) => line.values.map(drawable))
    .filter((value) => value !== null)
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const pad = (high - low || Math.abs(high) || 1) * 0.06
  const rows = Math.ceil(series.length / columns)
  const [width, height] = [100 / columns, 92]
  const place = (index: number) => ({ column: index % columns, row: Math.floor(index / columns) })
  return {
    backgroundColor: inks.surface,
    textStyle: { fontFamily: font },
    animation: false,
    aria: { enabled: true },
    title: [
      heading(head, inks),
      ...series.map((line, index) => ({
        text: line.name,
        left: `${place(index).column * width + 1.2}%`,
        top: 66 + place(index).row * height,
        textStyle: { color: inks.ink, fontSize: 12, fontWeight: 'normal' as const, fontFamily: font },
      })),
    ],
    tooltip: { trigger: 'axis', valueFormatter: readable },
    grid: series.map((_, index) => ({
      left: `${place(index).column * width + 1.2}%`,
      width: `${width - 3.6}%`,
      top: 90 + place(index).row * height,
      height: height - 36,
      show: false,
    })),
    xAxis: series.map((_, index) => ({
      type: 'category' as const,
      gridIndex: index,
      data: [...periods],
      boundaryGap: false,
      axisLabel: {
        show: place(index).row === rows - 1 && index % columns === 0,
        color: inks.quiet,
        fontSize: 10,
        interval: periods.length - 2,
      },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: inks.rule }, onZero: false },
    })),
    yAxis: series.map((_, index) => ({
      type: 'value' as const,
      gridIndex: index,
      min: low - pad,
      max: high + pad,
      show: false,
    })),
    series: series.flatMap((line, index) => [
      ...(base
        ? [
            {
              type: 'line' as const,
              name: base.name,
              xAxisIndex: index,
              yAxisIndex: index,
              data: base.values.map((value) => drawable(value)),
              symbol: 'none',
              color: inks.lastYear,
              lineStyle: { width: 1.2 },
            },
          ]
        : []),
      {
        type: 'line' as const,
        name: line.name,
        xAxisIndex: index,
        yAxisIndex: index,
        data: line.values.map((value) => drawable(value)),
        symbol: 'circle',
        symbolSize: 4,
        showSymbol: false,
        color: inks.accent,
        lineStyle: { width: 1.8 },
        endLabel: {
          show: true,
          formatter: ({ value }: { value?: unknown }) => readable(value),
          color: inks.ink,
          fontSize: 11,
          offset: [-34, -9],
        },
      },
    ]),
  }
}

/** Ordered bars: the largest on top, last year in grey, the target as a line. */
export function barOption(
  head: Heading,
  bars: readonly Bar[],
  target: string | null,
  labels: Labels,
  inks: Inks,
): ChartOption {
  const ordered = bars.toSorted((a, b) => (drawable(a.value) ?? -Infinity) - (drawable(b.value) ?? -Infinity))
  const line = drawable(target)
  return {
    backgroundColor: inks.surface,
    textStyle: { fontFamily: font },
    animation: false,
    aria: { enabled: true },
    title: heading(head, inks),
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: readable },
    grid: { left: 12, right: 90, top: 74, bottom: 12, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'value',
      axisLabel: { color: inks.quiet, formatter: (value: number) => grouped(String(value)) },
      splitLine: { lineStyle: { color: inks.rule } },
    },
    yAxis: {
      type: 'category',
      data: ordered.map((bar) => bar.name),
      axisLabel: { color: inks.ink },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: inks.ink } },
    },
    series: [
      {
        type: 'bar',
        name: labels.lastYear,
        data: ordered.map((bar) => drawable(bar.lastYear)),
        color: inks.lastYear,
        barWidth: 4,
        barGap: '0%',
      },
      {
        type: 'bar',
        name: labels.thisYear,
        data: ordered.map((bar) => drawable(bar.value)),
        color: inks.accent,
        barWidth: 11,
        label: {
          show: true,
          position: 'right',
          color: inks.ink,
          formatter: ({ dataIndex }: { dataIndex: number }) =>
            [readable(ordered[dataIndex]?.value), ordered[dataIndex]?.note && `(${ordered[dataIndex].note})`]
              .filter(Boolean)
              .join(' '),
        },
        ...(line === null
          ? {}
          : {
              markLine: {
                symbol: 'none',
                silent: true,
                lineStyle: { color: inks.ink, type: 'solid' as const, width: 1.5 },
                label: { formatter: `${labels.target} ${readable(target)}`, color: inks.ink },
                data: [{ xAxis: line }],
              },
            }),
      },
    ],
  }
}
