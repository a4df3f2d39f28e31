/**
 * What a thread exports by default: how it answers a task of `openThreads`. What a task throws ends the thread: thrown
 * within the task an error would come across without the system's code and path, by which a full disk is told.
 */
export function threadTask<Task, Answer>(
  run: (task: Task) => Answer | Promise<Answer>,
): (task: Task) => Promise<Answer> {
  return async (task) => {
    try {
      return await run(task);
    } catch (error) {
      setImmediate(() => {
        throw error;
      });
      return new Promise(() => {});
    }
  };
}
