/** Settled when the rules can be used; rejected where WebAssembly is not to be had. */
export const ready: Promise<void>;

// rules

/** How the run of one optimizer ended, and at which step. */
export interface Outcome {
  kind: "converged" | "diverged" | "moving" | "stalled";
  step: number;
}

/**
 * The run of one optimizer. Index 0 is the start, so that each array has one value more
 * than there were steps, or fewer where the run diverged.
 */
export interface Lane {
  name: "sgd" | "momentum" | "nesterov" | "adagrad" | "rmsprop" | "adam";
  hyperparameters: Record<string, number>;
  x: Float64Array;
  y: Float64Array;
  loss: Float64Array;
  outcome: Outcome;
}

/** Everything that a race computed. */
export interface RaceRecord {
  surface: string;
  start: [x: number, y: number];
  steps: number;
  lanes: Lane[];
}

/** All settings of a figure, as plain data; `null` is what is not set, or its default. */
export interface State {
  // state
}

/** The element `<descent-widget>`. */
export class DescentWidget extends HTMLElement {
  // properties
  /** What differs from the defaults, as the query of a link; can be set as well. */
  query: string;
  /** The language of the words shown; empty before `descent-ready`. */
  readonly language: "ko" | "en" | "ja" | "";
  /** What was computed for the settings of this moment; `undefined` before `ready`. */
  readonly record: RaceRecord | undefined;

  // methods
}

declare global {
  interface HTMLElementTagNameMap {
    "descent-widget": DescentWidget;
  }
  interface HTMLElementEventMap {
    // events
  }
}
