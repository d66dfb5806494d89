-- KEYS timeline; ARGV active time in milliseconds
if not head(KEYS[1]) then
  redis.call('ZADD', KEYS[1], -1, 'b' .. string.rep('\0', 8))
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
end
