/** Settled when the rules can be used; rejected where WebAssembly is not to be had. */
export const ready: Promise<void>;

// rules

// records

/** All settings of a figure, as plain data; `null` is what is not set, or its default. */
export interface State {
  // state
}

/** The element `<descent-widget>`. */
export class DescentWidget extends HTMLElement {
  /** The release. */
  static readonly version: string;
  // properties
  /** What differs from the defaults, as the query of a link; can be set as well. */
  query: string;
  /** The language of the words shown; empty before `descent-ready`. */
  readonly language: LANGUAGE | "";
  /**
   * What was computed for the settings of this moment, of a race or of an experiment on networks;
   * `undefined` before `ready`, and while data or settings are awaited.
   */
  readonly record: RaceRecord | NetworkRecord | undefined;

  // methods
}

/** @deprecated It is called `NetworkRecord` now. */
export type StudyRecord = NetworkRecord;

declare global {
  interface HTMLElementTagNameMap {
    "descent-widget": DescentWidget;
  }
  interface HTMLElementEventMap {
    // events
  }
}
