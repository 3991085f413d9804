const PATTERNS = 4

/** The fill of a generation; from the fourth on they share one. Patterns, not hues, tell them apart in black and white. */
export const patternOf = (generation: number) => `url(#generation-${Math.min(generation, PATTERNS)})`

/** Fills of generations, for a picture to refer to. */
export function Patterns() {
  return (
    <defs>
      <pattern id="generation-1" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="disease-fill-strong" />
      </pattern>
      <pattern id="generation-2" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="disease-fill-ground" />
        <rect width="2" height="6" className="disease-fill-soft" />
      </pattern>
      <pattern id="generation-3" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="disease-fill-ground" />
        <circle cx="3" cy="3" r="1.2" className="disease-fill-soft" />
      </pattern>
      <pattern id="generation-4" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="disease-fill-ground" />
      </pattern>
    </defs>
  )
}
