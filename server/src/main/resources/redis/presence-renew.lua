-- KEYS nodes; ARGV node, lease in milliseconds; returns whether the node still had a lease
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local lease_end = redis.call('ZSCORE', KEYS[1], ARGV[1])
if lease_end and tonumber(lease_end) < now then
  return ''
end
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
return lease_end and '1' or ''
