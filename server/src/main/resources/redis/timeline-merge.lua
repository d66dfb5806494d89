-- KEYS timeline; ARGV ids descending, floor, maximum, 'c' to make it complete or '' to not change that
local key, ids, maximum = KEYS[1], ARGV[1], tonumber(ARGV[3])
local found = head(key)
if not found then return end
if below(floor(found), ARGV[2]) then
  redis.call('ZREMRANGEBYRANK', key, 1, rank(key, ARGV[2]) - 1)
  found = replace(key, found, string.sub(found, 1, 1) .. ARGV[2])
end
for i = 1, #ids, 8 do
  found = add(key, found, string.sub(ids, i, i + 7), maximum)
end
found = trim(key, found, maximum, 0)
if ARGV[4] ~= '' then replace(key, found, ARGV[4] .. floor(found)) end
