import { defineConfig } from "@terrazzo/cli";
import css from "@terrazzo/plugin-css";

export default defineConfig({
  tokens: ["sample.tokens.json"],
  outDir: "terrazzo/",
  plugins: [css({ filename: "tokens.css" })],
});
