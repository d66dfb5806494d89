-- Replaces the trends of a location at the end of a minute.
-- KEYS: the newest minute of the location, the sorted set of this minute
-- ARGV: the minute, the lifetime in milliseconds, then a score and a trend for each
local newest, trends = KEYS[1], KEYS[2]
local minute, lifetime = tonumber(ARGV[1]), ARGV[2]

redis.call('DEL', trends)
for i = 3, #ARGV, 2 do
    redis.call('ZADD', trends, ARGV[i], ARGV[i + 1])
end
redis.call('PEXPIRE', trends, lifetime)
if minute >= tonumber(redis.call('GET', newest) or '0') then
    redis.call('SET', newest, ARGV[1], 'PX', lifetime)
end
return nil
