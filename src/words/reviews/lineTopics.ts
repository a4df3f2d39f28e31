import { type ReviewLine } from "../../model/reviewForm.ts";
import { type Telling } from "../telling.ts";
import { wordsIn } from "./formWords.ts";
import { reviewTexts } from "./reviewTexts.ts";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

/** «„Экология“, „Стройка“»: which topics a line counts; null where it is named as its only topic is, or counts something else. */
export function lineTopics({ voice, names }: Telling, { title, count }: ReviewLine): string | null {
  if (typeof count !== "object" || !("topics" in count) || count.topics === "rest") return null;
  const line = voice.bound(wordsIn(title, voice.language));
  const topics = count.topics.map((code) => names.topic(code));
  if (topics.length === 0 || plain(topics.join()) === plain(line)) return null;
  const say = reviewTexts(voice);
  return topics.map((name) => say("review.topic", { name })).join(", ");
}
