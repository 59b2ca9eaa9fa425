/** Long work on the server: begun, followed, ended. It goes on while another view is looked at, and over a reload. */
import { ask, look, remove, type JobState, type Planned, type Tried } from "./api";
import { keep, kept } from "./tab";
import { inForm } from "./words";

const EVERY = 400;

interface Begun { job: string; asked: string }

export class Job<Answer> {
  state = $state.raw<JobState>();
  answer = $state.raw<Answer>();
  /** What the answer is an answer to, in the words of whoever began. */
  asked = $state("");
  trouble = $state("");
  private begun: Begun = { job: "", asked: "" };

  constructor(private readonly path: string) {
    const begun = kept<Begun>(this.name);
    if (begun) void this.resume(begun);
  }

  private get name(): string {
    return `job ${this.path}`;
  }

  get open(): boolean {
    return this.state?.phase === "waiting" || this.state?.phase === "running";
  }

  /** Begin anew, with any words for what is asked: they tell later whether the answer is still one to it. */
  async begin(question: unknown, asked: string): Promise<void> {
    this.trouble = "";
    try {
      this.state = await ask<JobState>(this.path, question);
      this.begun = { job: this.state.job, asked };
      keep(this.name, this.begun);
      await this.follow();
    } catch (fault) {
      this.state = undefined;
      this.trouble = inForm((fault as Error).message);
    }
  }

  async cancel(): Promise<void> {
    if (!this.state || !this.open) return;
    try {
      this.state = await remove<JobState>(`jobs/${this.state.job}`);
    } catch (fault) {
      this.trouble = (fault as Error).message;
    }
  }

  /** Take up what this tab began before it was loaded anew; a server that no longer knows of it has nothing to tell. */
  private async resume(begun: Begun): Promise<void> {
    try {
      const now = await look<JobState>(`jobs/${begun.job}`);
      if (this.state) return;
      [this.state, this.begun] = [now, begun];
      await this.hear(now);
      await this.follow();
    } catch {
      this.state = undefined;
    }
  }

  private async follow(): Promise<void> {
    while (this.open) {
      await new Promise((resolve) => setTimeout(resolve, EVERY));
      if (this.open) await this.hear(await look<JobState>(`jobs/${this.state!.job}`));
    }
  }

  private async hear(now: JobState): Promise<void> {
    if (now.phase === "failed") this.trouble = now.detail ?? "The work failed.";
    if (now.phase === "done") [this.answer, this.asked] = [await look<Answer>(`${this.path}/${now.job}`), this.begun.asked];
    if (this.open) this.state = now;
  }
}

export const planning = new Job<Planned>("plan");
export const trying = new Job<Tried>("trial");
