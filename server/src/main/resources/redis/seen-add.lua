-- KEYS seen tweets; ARGV ids, bytes to keep, lifetime in milliseconds
local length = redis.call('APPEND', KEYS[1], ARGV[1])
local most = tonumber(ARGV[2])
if length > 2 * most then
  redis.call('SET', KEYS[1], redis.call('GETRANGE', KEYS[1], -most, -1))
end
redis.call('PEXPIRE', KEYS[1], ARGV[3])
