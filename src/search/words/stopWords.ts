/**
 * Words so frequent that they tell nothing about what an appeal is about. They are neither indexed nor searched for.
 * Small letters, е for ё. Negations are among them: an index of «не» would weigh more than the rest of a query.
 */
const russian =
  "а без более бы был была были было быть в вам вас ведь весь во вот все всего всех вы где да даже для до его ее ей ему если есть еще же за " +
  "здесь и из или им их к как какая какой ко когда который кто ли либо лишь между меня мне может можно мой моя мы на над нам нас наш не него нее " +
  "ней нет ни них но ну о об однако он она они оно от очень по под после потом потому при про с сам свой себя сейчас со так также такой там те тем " +
  "теперь то тоже только том тот ту ты у уже хотя чего чем через что чтобы чья эта эти это этого этой этом этот эту я";

const english =
  "a an and are as at be been but by can could did do does for from had has have he her his i if in is it its me my no not of on or our she so " +
  "that the their them then there they this to us was we were what when which who will with would you your";

export const stopWords: Readonly<Record<"ru" | "en", ReadonlySet<string>>> = {
  ru: new Set(russian.split(" ")),
  en: new Set(english.split(" ")),
};
