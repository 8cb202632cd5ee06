// What the package declares to others is what the engine and the element give. Beside it the
// page of a lecturer who writes TypeScript is checked, `tests/hosts/pages/package/main.ts`.
import type * as Declared from "descent-widget";
import type { DescentWidget } from "../../www/element.js";
import type { FigureRecord, State } from "../../www/pkg/full/descent_widget.js";

export const state = (given: State): Declared.State => given;
export const settings = (taken: Declared.State): State => taken;
export const record = (given: FigureRecord): Declared.DescentWidget["record"] => given;

type Both = Extract<keyof DescentWidget, keyof Declared.DescentWidget>;
export const element = (given: DescentWidget): Pick<Declared.DescentWidget, Both> => given;
