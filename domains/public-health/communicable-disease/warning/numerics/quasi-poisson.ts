import { type Columns, type Decomposition, decompose, leverage, solve } from './least-squares.ts'

const EPSILON = 1e-8
const ITERATIONS = 25
const COLLINEAR = 1e-11

/** What a quasi-Poisson regression with logarithmic link is fitted to. */
export interface QuasiPoissonData {
  readonly response: Float64Array
  /** The design by columns, the intercept among them. */
  readonly design: Columns
  /** Prior weights, 1 each when left out. */
  readonly weights?: Float64Array
  /** Added to the linear predictor (the logarithm of a population), 0 when left out. */
  readonly offset?: Float64Array
}

/** A fitted regression; its deviance, weights and decomposition are those of the last step made. */
export interface QuasiPoissonFit {
  /** Coefficients by column of the design; 0 where `independent` is false. */
  readonly coefficients: Float64Array
  readonly independent: readonly boolean[]
  readonly fitted: Float64Array
  /** (y − μ)/μ */
  readonly workingResiduals: Float64Array
  /** Weights of the last weighted regression. */
  readonly workingWeights: Float64Array
  readonly freedom: number
  readonly converged: boolean
  readonly decomposition: Decomposition
}

/**
 * Fits log μ = Xβ + offset with variance φμ by iteratively reweighted least squares: start at y + 0.1, stop when the deviance changes by less
 * than 1e-8 of itself + 0.1, at most 25 steps. How it stops matters as much as that it stops: for a history of zeros the optimum lies at minus
 * infinity, and threshold and weights are those of the step it stopped at. Source: McCullagh & Nelder, Generalized Linear Models, 2.5; the
 * rule for stopping is that of R’s glm. Undefined when no step gives finite coefficients.
 */
export function fitQuasiPoisson({ response, design, weights, offset }: QuasiPoissonData): QuasiPoissonFit | undefined {
  const rows = response.length
  const prior = weights ?? new Float64Array(rows).fill(1)
  const [root, target] = [new Float64Array(rows), new Float64Array(rows)]
  const weighted = design.map(() => new Float64Array(rows))
  let state = stateAt(response, prior)
  for (let row = 0; row < rows; row++) state.linear[row] = Math.log(response[row]! + 0.1)
  evaluate(state)
  let converged = false
  let coefficients: Float64Array | undefined
  let decomposition: Decomposition | undefined
  for (let step = 0; step < ITERATIONS && !converged; step++) {
    for (let row = 0; row < rows; row++) {
      const mu = state.fitted[row]!
      root[row] = Math.sqrt(prior[row]! * mu)
      target[row] = (state.linear[row]! - (offset ? offset[row]! : 0) + (response[row]! - mu) / mu) * root[row]!
    }
    for (const [index, column] of design.entries()) multiply(column, root, weighted[index]!)
    decomposition = decompose(weighted, COLLINEAR)
    let next = solve(decomposition, target)
    if (!next.every(Number.isFinite)) return undefined
    let after = stateOf(design, next, offset, response, prior)
    for (let half = 0; !Number.isFinite(after.deviance); half++) {
      if (!coefficients || half === ITERATIONS) return undefined
      const before = coefficients
      next = next.map((value, index) => (value + before[index]!) / 2)
      after = stateOf(design, next, offset, response, prior)
    }
    coefficients = next
    converged = Math.abs(after.deviance - state.deviance) / (Math.abs(after.deviance) + 0.1) < EPSILON
    state = after
  }
  if (!decomposition || !coefficients) return undefined
  const { rank, pivot } = decomposition
  const { fitted } = state
  return {
    coefficients,
    independent: design.map((_, column) => pivot.indexOf(column) < rank),
    fitted,
    workingResiduals: fitted.map((mu, row) => (response[row]! - mu) / mu),
    workingWeights: root.map((value) => value * value),
    freedom: root.filter((value) => value > 0).length - rank,
    converged,
    decomposition,
  }
}

function multiply(column: Float64Array, by: Float64Array, into: Float64Array): void {
  for (let row = 0; row < column.length; row++) into[row] = column[row]! * by[row]!
}

/** Where the regression stands after a step. */
interface State {
  readonly response: Float64Array
  readonly prior: Float64Array
  readonly linear: Float64Array
  readonly fitted: Float64Array
  deviance: number
}

function stateAt(response: Float64Array, prior: Float64Array): State {
  const rows = response.length
  return { response, prior, linear: new Float64Array(rows), fitted: new Float64Array(rows), deviance: Number.NaN }
}

function stateOf(
  design: Columns,
  coefficients: Float64Array,
  offset: Float64Array | undefined,
  response: Float64Array,
  prior: Float64Array,
): State {
  const state = stateAt(response, prior)
  const { linear } = state
  if (offset) linear.set(offset)
  for (let index = 0; index < design.length; index++) {
    const [column, coefficient] = [design[index]!, coefficients[index]!]
    for (let row = 0; row < linear.length; row++) linear[row]! += column[row]! * coefficient
  }
  evaluate(state)
  return state
}

/** Means and deviance of a linear predictor; a mean is never below the precision of the computer, so that no weight vanishes altogether. */
function evaluate(state: State): void {
  const { response, prior, linear, fitted } = state
  let sum = 0
  for (let row = 0; row < linear.length; row++) {
    const y = response[row]!
    const mu = Math.max(Math.exp(linear[row]!), Number.EPSILON)
    fitted[row] = mu
    sum += 2 * prior[row]! * (y > 0 ? y * Math.log(y / mu) - (y - mu) : mu)
  }
  state.deviance = sum
}

/** Σ weights × working residual² / degrees of freedom; with the working weights this is Pearson’s estimate of φ. NaN without a degree of freedom. */
export function dispersionOf(fit: QuasiPoissonFit, weights: Float64Array): number {
  if (fit.freedom <= 0) return Number.NaN
  let sum = 0
  for (let row = 0; row < weights.length; row++) sum += weights[row]! * fit.workingResiduals[row]! ** 2
  return sum / fit.freedom
}

/** The diagonal of the hat matrix of the last weighted regression. */
export function leverages(fit: QuasiPoissonFit, design: Columns): Float64Array {
  const row = new Float64Array(design.length)
  const hat = new Float64Array(fit.fitted.length)
  for (let at = 0; at < hat.length; at++) {
    for (let column = 0; column < row.length; column++) row[column] = design[column]![at]!
    const value = fit.workingWeights[at]! * leverage(fit.decomposition, row)
    hat[at] = value >= 1 - 10 * Number.EPSILON ? 1 : value
  }
  return hat
}

/** The linear predictor at a new row of the design, with its standard error per unit of dispersion. */
export function predictLinear(fit: QuasiPoissonFit, x: ArrayLike<number>, offset = 0) {
  let value = offset
  fit.coefficients.forEach((coefficient, column) => (value += x[column]! * coefficient))
  return { value, unitError: Math.sqrt(leverage(fit.decomposition, x)) }
}
