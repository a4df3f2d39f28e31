/** What an appeal may contain once anybody could write it: nothing of it may become markup, run, or reach beyond its place. */
export const hostileTexts: readonly string[] = [
  "<script>window.hacked = 1</script>",
  "</div></main></body><script>window.hacked = 1</script>",
  '<img src=x onerror="window.hacked = 1"><svg onload=window.hacked=1>',
  "\"><iframe srcdoc='<script>parent.hacked=1</script>'>",
  "<!-- <![CDATA[ ]]> --> <style>*{display:none}</style>",
  "javascript:window.hacked=1 {{body}} {{title}} ${window.hacked=1} <%= 1 %>",
  "&lt;b&gt; &amp;amp; &#60;script&#62;",
  "\u202Eдлина\u202D обратный порядок \u2066\u2067 без закрытия",
  "щ".repeat(3000),
  "https://example.org/" + "a".repeat(2000),
  "👩‍👩‍👧‍👦🇷🇺🏴‍☠️ эмодзи и \u0000\u0007\u001b[31m управляющие знаки",
  "Z̷̢̛̗a̸͕̔l̶̰̈́g̵̱̑o̴̙͝ ".repeat(50),
  "شكوى عن الطريق وكلمات русские посередине",
];
