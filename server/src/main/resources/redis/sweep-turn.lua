-- KEYS turn; ARGV process, its turn in milliseconds; answers whether it is that process's turn: taken when it is nobody's, and prolonged
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then
  return ''
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return '1'
