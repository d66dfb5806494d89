import "./ui/styles/tokens.css";
import "./ui/styles/base.css";
import "./ui/styles/controls.css";
import "./ui/styles/shell.css";
import "./tweet/tweet.css";
import "./compose/compose.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Router } from "wouter";
import { App } from "./App";
import { queries } from "./api/queries";
import { applyAppearance } from "./settings/appearance";
import { useLocation } from "./ui/navigation";

applyAppearance();

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no place for the client.");

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Router hook={useLocation}>
        <App />
      </Router>
    </QueryClientProvider>
  </StrictMode>,
);
