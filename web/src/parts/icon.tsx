import './icon.css'

/** Line icons of 20 × 20, drawn for this house: few, plain, one weight. */
const paths: Record<string, string> = {
  gauge: 'M3 14a7 7 0 1 1 14 0M10 14l3.5-5M2.5 16.5h15',
  board: 'M3 3.5h6v7H3zM11.5 3.5H17v4h-5.5zM3 13h6v3.5H3zM11.5 10H17v6.5h-5.5z',
  mail: 'M2.5 4.5h15v11h-15zM2.5 5.5 10 11l7.5-5.5',
  list: 'M7.5 5h10M7.5 10h10M7.5 15h10M2.5 5l1 1 2-2M2.5 10l1 1 2-2M2.5 15l1 1 2-2',
  chart: 'M3 3v14h14M6.5 13.5v-4M10 13.5v-7M13.5 13.5v-5',
  card: 'M2.5 4.5h15v11h-15zM6 13c0-3 4-3 4 0M8 9.6a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6M12.5 8.5h3M12.5 11.5h3',
  people:
    'M2.5 16c0-4.5 8-4.5 8 0M6.5 9.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4M12 10c3-.5 5.5 1.2 5.5 4.5M12.8 8.6a2.2 2.2 0 1 0 0-4.4',
  phone: 'M6 2.5h8v15H6zM9 15h2',
  scan: 'M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M3 10h14',
  call: 'M4 3h3l1.5 4-2 1.5c1 2.2 2.8 4 5 5l1.5-2 4 1.5v3c-7.5 1.5-14.5-5.5-13-13z',
  pair: 'M2.5 5.5h8v8h-8zM8.5 8.5h9v8h-9z',
  check: 'M10 2.5 16.5 5v5c0 4-3 6.5-6.5 7.5C6.5 16.5 3.5 14 3.5 10V5zM7 10l2.2 2.2L13.2 8',
  import: 'M10 2.5v9M6.5 8.5 10 12l3.5-3.5M3 13.5v3.5h14v-3.5',
  bulletin: 'M3.5 3h13v14h-13zM6.5 6.5h7M6.5 10h7M6.5 13.5h4',
  document: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 10h5M7.5 13h5',
  glass: 'M8.7 14a5.3 5.3 0 1 0 0-10.6 5.3 5.3 0 0 0 0 10.6M12.7 12.7 17 17M6.5 8.7l1.6 1.6 2.7-2.9',
  flag: 'M5 17.5v-15M5 3.5h10l-2.5 3.2L15 10H5',
  lock: 'M4.5 9h11v8h-11zM7 9V6.5a3 3 0 0 1 6 0V9M10 12v2',
  key: 'M7 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M10.5 10h7M15 10v3',
  field: 'M2.5 6h15v8h-15zM6 8.5v3M5 8.5h2M5 11.5h2',
  sigma: 'M15 5V3H5l5.5 7L5 17h10v-2',
  book: 'M4 3h9.5a2.5 2.5 0 0 1 2.5 2.5V17H6.5A2.5 2.5 0 0 1 4 14.5zM4 14.5a2.5 2.5 0 0 1 2.5-2.5H16M7.5 6.5h5',
  record: 'M4 4h12v12H4zM4 8h12M8 8v8',
  syringe: 'm12.5 2.5 5 5M15 5l-8.5 8.5H4.5v-2L13 3M3 17l2.5-2.5M8.5 7.5l4 4',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  person: 'M4 17c0-6 12-6 12 0M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4',
  close: 'm5 5 10 10M15 5 5 15',
  left: 'm12 4-6 6 6 6',
  right: 'm8 4 6 6-6 6',
  down: 'm4 7 6 6 6-6',
  search: 'M8.7 14a5.3 5.3 0 1 0 0-10.6 5.3 5.3 0 0 0 0 10.6M12.7 12.7 17 17',
  place: 'M10 17.5s5.5-5 5.5-9a5.5 5.5 0 0 0-11 0c0 4 5.5 9 5.5 9zM10 10.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
  moon: 'M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z',
  sun: 'M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6 16 16M4 16l1.4-1.4M14.6 5.4 16 4',
  type: 'M2.5 15.5 6.5 5l4 10.5M4 12h5M12 15.5l2.7-7 2.8 7M13 13.2h3.5',
  scale: 'M10 3v14M6 17h8M3 6l14-1.5M5 6 2.5 12h5zM15 4.8 12.5 11h5z',
}

/** A decorative sign; the words beside it carry the meaning. */
export function Icon({ name }: { name: string }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden>
      <path d={paths[name] ?? paths.record} />
    </svg>
  )
}
