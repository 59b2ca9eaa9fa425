/** Long work on the server: begun, followed, ended. It goes on while another view is looked at. */
import { ask, look, remove, type JobState, type Planned, type Tried } from "./api";
import { inForm } from "./words";

const EVERY = 400;

export class Job<Answer> {
  state = $state.raw<JobState>();
  answer = $state.raw<Answer>();
  trouble = $state("");

  constructor(private readonly path: string) {}

  get open(): boolean {
    return this.state?.phase === "waiting" || this.state?.phase === "running";
  }

  async begin(question: unknown): Promise<void> {
    this.trouble = "";
    try {
      this.state = await ask<JobState>(this.path, question);
      while (this.open) {
        await new Promise((resolve) => setTimeout(resolve, EVERY));
        if (this.open) await this.hear(await look<JobState>(`jobs/${this.state!.job}`));
      }
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

  private async hear(now: JobState): Promise<void> {
    if (now.phase === "failed") this.trouble = now.detail ?? "The work failed.";
    if (now.phase === "done") this.answer = await look<Answer>(`${this.path}/${now.job}`);
    if (this.open) this.state = now;
  }
}

export const planning = new Job<Planned>("plan");
export const trying = new Job<Tried>("trial");
