-- KEYS bucket; ARGV microseconds in which a token comes back, size of the bucket, tokens to take
-- Returns the remaining tokens and the microseconds until it is full again; or -1 and those until there are enough tokens.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local step = tonumber(ARGV[1])
local span = step * ARGV[2]
local full = tonumber(redis.call('GET', KEYS[1]) or now)
local used = math.max(full - now, 0) + step * ARGV[3]
if used > span then
  return string.format('-1 %.0f', used - span)
end
redis.call('SET', KEYS[1], string.format('%.0f', now + used), 'PX', math.ceil(used / 1000))
return string.format('%.0f %.0f', math.floor((span - used) / step), used)
