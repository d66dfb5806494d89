/** What people react with most. */
export const QUICK: readonly string[] = ["❤️", "👍", "😂", "😮", "😢", "🙏"];

interface EmojiGroup {
  name: string;
  emoji: readonly string[];
}

const all = (text: string) => text.split(" ");

/** A choice of common emoji. */
export const GROUPS: readonly EmojiGroup[] = [
  {
    name: "Faces",
    emoji: all("😀 😃 😄 😁 😆 😅 😂 🤣 🙂 🙃 😉 😊 😇 🥰 😍 🤩 😘 😋 😛 😜 🤪 🤗 🤭 🤫 🤔 🫡 😐 😶 🙄 😏 😬 😮 😯 😲 🥺 😢 😭 😤 😠 😡 🤯 😳 😱 😨 😰 😓 😴 🤤 🤒 🤢 🥳 😎 🤓 🥹"),
  },
  {
    name: "Hands and people",
    emoji: all("👍 👎 👌 🤌 ✌️ 🤞 🤟 🤘 🤙 👈 👉 👆 👇 👋 ✋ 👏 🙌 🫶 🤝 🙏 💪 👀 🧠 🤦 🤷 🙋 🙇 💃 🕺 🚶 🏃 👶 👵 👴"),
  },
  { name: "Hearts and signs", emoji: all("❤️ 🧡 💛 💚 💙 💜 🤎 🖤 🤍 💔 💕 💖 💯 ✅ ❌ ❗ ❓ ⭐ ✨ ⚡ 🔥 💥 🎉 🎊 🎁 🏆 🔔 💡 💬 💤") },
  { name: "Nature", emoji: all("🐦 🦉 🐔 🐣 🦆 🦢 🦜 🐧 🐶 🐱 🐭 🐰 🦊 🐻 🐼 🐨 🐸 🐵 🐝 🦋 🐢 🐟 🐳 🌱 🌳 🍀 🌻 🌹 🍂 🌙 ☀️ ⛅ 🌧️ ❄️ 🌈 🌊") },
  { name: "Food and drink", emoji: all("🍎 🍊 🍋 🍌 🍓 🍒 🥑 🥕 🍞 🧀 🍕 🍔 🍟 🌮 🍣 🍜 🍰 🍪 🍫 🍿 ☕ 🍵 🍺 🍷 🥂") },
  { name: "Things and places", emoji: all("⚽ 🏀 🎾 🚴 🎸 🎹 🎨 🎬 🎮 📚 ✏️ 📷 💻 📱 ⏰ 🔑 🛒 💰 ✈️ 🚆 🚗 🚲 ⛵ 🏠 🏔️ 🏖️ 🗺️ 🚀") },
];

const MOST = 3;
const EMOJI = /^(?:\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic}\uFE0F?)*|\p{Regional_Indicator}{2}|\s)+$/u;

/** Whether a text is one to three emoji, which are shown large. */
export function isOnlyEmoji(text: string): boolean {
  if (text.length > MOST * 12 || !EMOJI.test(text)) return false;
  const letters = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text.replace(/\s/g, ""))];
  return letters.length >= 1 && letters.length <= MOST;
}
