-- KEYS turn; ARGV process, its turn in milliseconds
-- Takes a free turn, or extends that of the process; returns whether it has the turn.
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then
  return ''
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return '1'
