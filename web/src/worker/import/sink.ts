/** Receives the bytes of one file. Each piece is valid only during the call. */
export interface Sink {
  push(chunk: Uint8Array): void;
  end(): void;
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Collects the first bytes, or all if there are fewer, to choose the sink that receives everything. */
export function sniffing(bytesThatTell: number, open: (head: Uint8Array) => Sink): Sink {
  let head = new Uint8Array(0);
  let sink: Sink | null = null;
  const opened = (): Sink => {
    sink = open(head);
    if (head.length > 0) sink.push(head);
    return sink;
  };
  return {
    push(chunk) {
      if (sink) return sink.push(chunk);
      head = joined([head, chunk]);
      if (head.length >= bytesThatTell) opened();
    },
    end() {
      (sink ?? opened()).end();
    },
  };
}
