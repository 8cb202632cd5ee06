/**
 * The shapes of what crosses the border between this shell and the Rust code.
 * They are for the type checker and the reader; nothing of this file ships.
 */

export type PanelName = "map" | "loss";

/** One row of the settings table that Rust owns. */
export interface Setting {
  attribute: string;
  property: string;
  kind: "text" | "integer" | "number" | "boolean" | "choice";
}

export interface Status {
  step: number;
  steps: number;
  playing: boolean;
  stepText: string;
  controls: "none" | "basic" | "full";
  autoplay: boolean;
  /** What the panel of the map shows now. */
  view: "map" | "gradient" | "space" | "study";
  /** What a drag over it does; nothing where that is locked. */
  drag: "start" | "guess" | "turn" | "seek" | "";
}

/** What one control shows; a native element is made from it. */
export interface Control {
  id: string;
  group: string;
  groupLabel: string;
  kind: "slider" | "checkbox" | "select" | "text" | "button";
  where: "panel" | "transport" | "loss" | "map";
  label: string;
  hint?: string;
  position?: number;
  positions?: number;
  value?: string;
  valueText?: string;
  field?: boolean;
  /** Where along a slider something changes, from 0 to 1; the hint says what. */
  mark?: number;
  checked?: boolean;
  swatch?: boolean;
  options?: { value: string; label: string }[];
  disabled?: boolean;
  /** What is wrong with the text of a text field. */
  problem?: string;
  /** Its text before, at and after the place of the problem. */
  problemAt?: string[];
  /** It belongs into the drawer of what most readers leave alone. */
  advanced?: boolean;
}

export interface Summary {
  name: string;
  text: string;
  control: string;
}

export interface TablePage {
  caption: string;
  headers: string[];
  rows: string[][];
  page: number;
  pages: number;
  pageText: string;
  currentRow: number;
}

export interface Names {
  map: string;
  mapDescription: string;
  /** What the panel of the map can be used for. */
  hint: string;
  loss: string;
  lossDescription: string;
}

/** What the reader is asked to predict. */
export interface Prediction {
  question: string;
  told: string[];
  isTold: boolean;
  isGuessed: boolean;
  x: string;
  y: string;
}

export type Words = Record<string, string>;
export type State = Record<string, unknown>;

/** The Rust figure behind one element. Positions are CSS pixels from a panel's top left corner. */
export interface Figure {
  free(): void;
  set(name: string, text?: string): string | undefined;
  get(name: string): string;
  setQuery(query: string): string[];
  follow(query: string): string[];
  isLocked(attribute: string): boolean;
  query(): string;
  getState(): State;
  setState(state: unknown): string[];
  speak(candidates: string[]): string;
  paint(dark: boolean, forced: boolean): "light" | "dark";
  reduceMotion(on: boolean): void;
  attach(panel: PanelName, ground: HTMLCanvasElement, actors: HTMLCanvasElement): void;
  resize(panel: PanelName, width: number, height: number, ratio: number): void;
  mapAspect(): number | undefined;
  draw(): void;
  drawInto(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): void;
  toSVG(): string;
  drawSwatch(canvas: HTMLCanvasElement, control: string, ratio: number): void;
  placeStart(x: number, y: number): void;
  /** Takes the place of the pointer for the start or a guess, whichever a drag moves now. */
  pointAt(x: number, y: number): void;
  startPosition(): [number, number];
  /** Turns the view in space by a drag of so many pixels. Of the whole engine, as all that follows from here to `seekAt`. */
  turn(right: number, down: number): void;
  /** Turns it by an arrow key; false where the key does not turn. */
  turnByKey(key: string): boolean;
  seekAt(x: number, y: number): void;
  play(): void;
  pause(): void;
  stepForward(): void;
  stepBack(): void;
  seek(step: number): void;
  reset(): void;
  advance(elapsed: number): boolean;
  status(): Status;
  words(): Words;
  controls(): Control[];
  slide(id: string, position: number): void;
  type(id: string, text: string): string | undefined;
  choose(id: string, value: string): void;
  summaries(): Summary[];
  /** What the comparison of the lanes rests on, in words. */
  terms(): string;
  announcement(): string;
  names(): Names;
  /** Of the whole engine. */
  table?(page?: number): TablePage;
  record(): object;
  lessons(): { name: string; title: string; open: boolean }[];
  openLesson(name: string, open: boolean): void;
  /** Whether something is asked for that only the whole engine has. */
  wantsWhole(): boolean;
  /** Whether settings wait for the whole engine: what is shown is not yet what was asked for. */
  isWaiting(): boolean;
  handOver(): string;
  /** The same for a later life of the figure, at rest. */
  keep(): string;
  takeOver(state: string): string[];
  /** The lanes that a lesson can speak about. Of the whole engine, as all below. */
  lanes(): { names: string[]; chosen: number };
  rule(): RuleSheet;
  light(term?: string): void;
  termAt(x: number, y: number): string | undefined;
  /** Says how large the arrows are; nothing where there are none. */
  drawCloseUp(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): string | undefined;
  termInCloseUp(x: number, y: number, width: number, height: number): string | undefined;
  program(moment?: number): ProgramSheet;
  /** The loop that trains a network, with the loss of its mini-batch; nothing while there is no data. */
  trainingLoop(moment?: number): (ProgramSheet & { gain: string }) | undefined;
  /** A page of the mini-batch, or of the test data that is taken for something else; likewise. */
  pictures(isWrong: boolean, page: number): PictureSheet | undefined;
  /** Draws it into a box of so many CSS pixels; returns the extent of the canvases. */
  drawPictures(
    isWrong: boolean,
    page: number,
    cells: HTMLCanvasElement,
    marks: HTMLCanvasElement,
    width: number,
    ratio: number,
  ): number[] | undefined;
  script(): string;
  /** The forms of the rules and the change of the rate. Of the whole engine. */
  conventions?(): Conventions;
  chooseMomentumForm?(name: string, keepsPath: boolean): void;
  /** The lesson `predict`; undefined where nothing is asked. */
  prediction(): Prediction | undefined;
  /** What a lesson leaves out while a path is hidden; undefined where it tells all. */
  veil(lesson: string): { sentence: string; isWhole: boolean } | undefined;
  typeGuess(isY: boolean, text: string): string | undefined;
  /** Hides the path and asks; the number of steps as it was typed. */
  askAfter(text: string): string | undefined;
  tell(): void;
  askAgain(): void;
  /** The lesson `physics`; undefined where the start has no loss. */
  physics(): { title: string; sentences: string[]; cut: string; cuts: string[] } | undefined;
  drawPhysics(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): void;
  /** Goes on with what takes long, for about so many milliseconds; true while there is more. Of the whole engine. */
  work?(milliseconds: number): boolean;
  /** Whether an experiment waits for the handwritten digits. Of the whole engine, like the following. */
  wantsDigits(): boolean;
  /** Takes them; false where they are damaged. */
  giveDigits(bytes: Uint8Array): boolean;
  /** They did not come. */
  lackDigits(): void;
  /** Whether long work has come to its end since this was asked last. */
  hasFinished(): boolean;
  /** What a pointer does over the panel beside the map of an experiment. */
  offers(): "steps" | "choices" | undefined;
  /** Takes what is at a place of it; false where there is nothing, or it is locked. */
  pickAt(x: number, y: number): boolean;
  /** What a person can do with the ranges of a search; undefined in the other labs. */
  rangeChanges(): { free: boolean; narrow: boolean; widen: boolean } | undefined;
  /** Searches within the ranges of the best trials. */
  narrowRange(): void;
  /** Searches within the book's ranges. */
  widenRange(): void;
  /** Searches within the ranges between two places of the map's panel; false where that is no range. */
  searchBetween(x: number, y: number, toX: number, toY: number): boolean;
  /** Looks at the trial at a place of that panel; false where there is none. */
  pickTrialAt(x: number, y: number): boolean;
  /** Questions, answers, and the queries that set them up. Of the whole engine, like the following. */
  questions?(): { question: string; answer: string; setup: string }[];
  /** The state as code, given the address of the single page without a query. */
  codes?(page: string): { link: string; element: string; frame: string; myst: string; python: string; note?: string };
  csv?(): string;
  /** Files of the reader's own come: all that are chosen, each in pieces. Of the labs on networks, like the following. */
  beginFiles?(): void;
  openFile?(name: string): void;
  /** The next piece, unpacked; false where the rest need not come. */
  takeBytes?(bytes: Uint8Array): boolean;
  /** The rest of the file cannot be had. */
  spoilFile?(): void;
  /** Trains with them, or says what is wrong. */
  endFiles?(): { isTaken: boolean; text: string };
  /** The digits again. */
  leaveFiles?(): void;
  filesSheet?(): { text: string; isOwn: boolean };
  /** The map of hyperparameters; the metric is `loss` or `steps`. Of the whole engine, like the following. */
  rates?(metric: string): RatesSheet;
  drawRates?(
    cells: HTMLCanvasElement,
    marks: HTMLCanvasElement,
    width: number,
    height: number,
    ratio: number,
    metric: string,
  ): number[] | undefined;
  loadRatesAt?(x: number, y: number, width: number, height: number): void;
  loadRates?(column: number, row: number): void;
  /** The map of basins. */
  basins?(): BasinsSheet;
  drawBasins?(
    cells: HTMLCanvasElement,
    marks: HTMLCanvasElement,
    width: number,
    height: number,
    ratio: number,
  ): number[] | undefined;
  startAt?(x: number, y: number, width: number, height: number): void;
  startFrom?(column: number, row: number): void;
}

/** A map of cells and where the figure stands on it, first across and then up. */
export interface CellSheet {
  name: string;
  /** What becomes of the cell; empty where nothing is known. */
  sentence: string;
  labels: [string, string];
  texts: [string, string];
  counts: [number, number];
  cell: [number, number];
}

export interface RatesSheet extends CellSheet {
  bound: string;
  legend: string;
  hasSteps: boolean;
}

export interface BasinsSheet extends CellSheet {
  shares: string[];
}

/** An element of MathML: its name, then its text or its children; `vector` is a bold `mi`. */
export type MathTree = [string, ...(string | MathTree)[]];

/** A term of an equation, or a sign, with its values for x and y. */
export interface RuleColumn {
  math: MathTree;
  id: string | null;
  name: string;
  values: [string, string];
  factors: [string, string];
}

/** An update, term by term. */
export interface RuleSheet {
  caption: string;
  lines: RuleColumn[][];
  rate: { math: MathTree; text: string } | null;
  /** Lengths are shares of the full bar. */
  bars: { axis: string; kept: number; added: number; text: string }[];
  notes: string[];
  lit: string | null;
}

/** A class in Python at a moment of an update. */
export interface ProgramSheet {
  lines: { parts: { text: string; term: string | null }[]; term: string | null; runs: boolean }[];
  /** The term that a reader points at. */
  lit: string | null;
  variables: { name: string; value: string; written: boolean }[];
  caption: string;
  /** How many lines the update runs, and which has run last; null for the whole update. */
  moments: number;
  moment: number | null;
  /** The update is still to come. */
  toCome: boolean;
}

/** Pictures with what a network takes them for. */
export interface PictureSheet {
  sentence: string;
  /** What is taken for what, and how often. */
  confusions: string[];
  /** Which pictures are on the page; empty where there are none. */
  pageText: string;
  page: number;
  pages: number;
}

/** What the lesson on conventions shows. */
export interface Conventions {
  momentum: string;
  momentumForms: { value: string; label: string }[];
  /** Which rate of the book the rate in the chosen form means. */
  equivalent: string;
  rows: { label: string; equation: string; rate: string; at: string; loss: string; chosen: boolean }[];
  /** The rule that looks ahead: its attribute, the form, all forms. */
  aheadForm: string;
  ahead: string;
  aheadForms: { value: string; label: string }[];
  /** The control that lets Nesterov race, where it does not. */
  absent: string | null;
  changes: boolean;
  step: number;
  lastStep: number;
  factor: string;
  factors: string[];
}

/** What a lesson puts into its drawer. */
export interface LessonPart {
  /** Called in each frame in which something changed while the drawer is open. */
  update(figure: Figure): void;
  /** The reader closed the drawer. */
  close?(): void;
}

/** Fills the empty body of a drawer. Words with `data-word` and `data-label` are put in from outside. */
export type Lesson = (body: HTMLElement, hands: Hands) => LessonPart;

/** The engine with everything that explains. */
export interface Whole {
  Figure: FigureClass;
  /** Buttons and keys that turn the view in space, for the panel of the map. */
  turning: (panel: HTMLElement, hands: Hands) => { update(figure: Figure): void };
  /** Brings the data of an experiment that waits for it, and says when it has come or failed. */
  feed: (figure: Figure, done: () => void) => void;
  lessons: Record<string, Lesson>;
  css: string;
}

export interface FigureClass {
  new (): Figure;
  settings(): Setting[];
}

/**
 * How the parts of the view pass on what a person does.
 * Each call runs the change, asks for a frame and sends the event that belongs to it.
 */
export interface Hands {
  /** The figure, if the engine is up and the element is in a page. */
  figure(): Figure | undefined;
  /** A setting moves: `descent-input`. */
  input(change: (figure: Figure) => void): void;
  /** The same for a change that may be refused: returns what is wrong, in the reader's words. */
  attempt(change: (figure: Figure) => string | undefined): string | undefined;
  /** The person let go: `descent-change`. */
  changed(): void;
  /** Something happened that listeners should hear of, in the figure's one live region. */
  say(sentence: string): void;
  /** The playhead is moved: `descent-step`. */
  step(change: (figure: Figure) => void): void;
  /** Something to look at changed that is no setting, such as the page of the table. */
  refresh(): void;
}

/** What the anywidget host hands over; notebooks and static sites implement different parts of it. */
export interface AnyModel {
  get(name: string): unknown;
  set?(name: string, value: unknown): void;
  save_changes?(): void;
  on?(event: string, listener: () => void): void;
  off?(event: string, listener: () => void): void;
}
