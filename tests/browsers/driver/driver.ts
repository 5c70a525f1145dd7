// What drives one tab of a browser: the part of the W3C's WebDriver that all three have, in its
// classic or its bidirectional (BiDi) form.

export type PointerType = 'mouse' | 'touch' | 'pen';

/** A step of an input device, as both forms of the protocol have it. */
export type InputAction = Record<string, string | number>;

export interface InputSource {
  type: 'pointer' | 'key';
  id: string;
  parameters?: { pointerType: PointerType };
  actions: InputAction[];
}

export interface Driver {
  /** Where the browser saves downloads. */
  readonly downloads: string;
  open(address: string): Promise<void>;
  /** Calls a function in the page with JSON, and gives what it returns, as JSON. */
  evaluate<Taken extends unknown[], Given>(
    work: (...taken: Taken) => Given,
    ...taken: Taken
  ): Promise<Awaited<Given>>;
  perform(sources: InputSource[]): Promise<void>;
  /** Chooses files in the file input that the CSS selector finds. */
  chooseFiles(selector: string, paths: string[]): Promise<void>;
  close(): Promise<void>;
}

/** The outcome of `called`, in the page. */
export type Outcome = { value: string | undefined } | { failure: string };

/** JavaScript of a function that takes JSON of an array, and resolves to the outcome of the work with it. */
export function called(work: (...taken: never[]) => unknown): string {
  return `async (json) => {
    try {
      return { value: JSON.stringify(await (${work})(...JSON.parse(json))) };
    } catch (error) {
      return { failure: String(error) };
    }
  }`;
}

export function resultOf<Given>(outcome: Outcome): Given {
  if ('failure' in outcome) throw new Error(`in the page: ${outcome.failure}`);
  return (outcome.value === undefined ? undefined : JSON.parse(outcome.value)) as Given;
}
