-- KEYS timeline; ARGV 'older' than or 'from' on, id, limit, maximum, active time in milliseconds
-- Returns the floor and then the ids, ascending; nothing if there is no complete timeline.
local key, limit = KEYS[1], tonumber(ARGV[3])
local found = head(key)
if not found or string.sub(found, 1, 1) ~= 'c' then return end
redis.call('PEXPIRE', key, ARGV[5])
local size = redis.call('ZCARD', key)
local lowest = math.max(1, size - tonumber(ARGV[4]))
local bound = rank(key, ARGV[2])
local from, to
if ARGV[1] == 'older' then
  from, to = math.max(lowest, bound - limit), bound - 1
else
  from = math.max(lowest, bound)
  to = math.min(size, from + limit) - 1
end
local answer = floor(found)
if lowest > 1 then answer = redis.call('ZRANGE', key, lowest, lowest)[1] end
if from <= to then answer = answer .. table.concat(redis.call('ZRANGE', key, from, to)) end
return answer
