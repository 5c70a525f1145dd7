// Drives one tab of a browser with the part of WebDriver that all three support, classic or bidirectional (BiDi).

export type PointerType = 'mouse' | 'touch' | 'pen';

/** An action of an input device, the same in both protocols. */
export type InputAction = Record<string, string | number>;

export interface InputSource {
  type: 'pointer' | 'key';
  id: string;
  parameters?: { pointerType: PointerType };
  actions: InputAction[];
}

export interface Driver {
  /** The browser's download folder. */
  readonly downloads: string;
  open(address: string): Promise<void>;
  /** Calls a function in the page. Arguments and result are passed as JSON. */
  evaluate<Taken extends unknown[], Given>(
    work: (...taken: Taken) => Given,
    ...taken: Taken
  ): Promise<Awaited<Given>>;
  perform(sources: InputSource[]): Promise<void>;
  /** Chooses files in the file input that matches the CSS selector. */
  chooseFiles(selector: string, paths: string[]): Promise<void>;
  close(): Promise<void>;
}

/** The result of `called` in the page. */
export type Outcome = { value: string | undefined } | { failure: string };

/** Returns JavaScript of a function that takes its arguments as a JSON array and resolves to the outcome. */
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
