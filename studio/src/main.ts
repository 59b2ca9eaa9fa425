import { mount } from "svelte";
import App from "./App.svelte";
import { holdFocus } from "./lib/focus";
import "./style.css";

const target = document.getElementById("studio");
if (target) {
  mount(App, { target });
  holdFocus();
}
