import "./ui/styles/tokens.css";
import "./ui/styles/base.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Router } from "wouter";
import { queries } from "./api/queries";
import { useLocation } from "./ui/navigation";
import { App } from "./App";

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
