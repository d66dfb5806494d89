import { expect, it } from "vitest";
import { countries, countryName } from "./countries";

it("knows each country once, by name", () => {
  const all = countries();
  expect(new Set(all.map(({ code }) => code)).size).toBe(249);
  expect(all[0]?.name).toBe("Afghanistan");
  expect(all.filter(({ code, name }) => code === name)).toEqual([]);
});

it("names a country in English", () => {
  expect(countryName("DE")).toBe("Germany");
});
