-- KEYS timelines; ARGV id, maximum
for _, key in ipairs(KEYS) do
  local found = head(key)
  if found then add(key, found, ARGV[1], tonumber(ARGV[2])) end
end
