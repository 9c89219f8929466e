const PONG_MS = 8_000;

/** Asks the server at regular times whether it is there; one that does not answer in time is not. */
export class Heartbeat {
  private beat: ReturnType<typeof setInterval> | undefined;
  private pongDue: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly ask: () => void,
    private readonly dead: () => void,
  ) {}

  start(seconds: number) {
    this.stop();
    this.beat = setInterval(() => this.ping(), seconds * 1000);
  }

  /** Asks now, unless an answer is waited for. */
  ping() {
    if (this.pongDue !== undefined) return;
    this.pongDue = setTimeout(this.dead, PONG_MS);
    this.ask();
  }

  answered() {
    clearTimeout(this.pongDue);
    this.pongDue = undefined;
  }

  stop() {
    clearInterval(this.beat);
    this.answered();
  }
}
