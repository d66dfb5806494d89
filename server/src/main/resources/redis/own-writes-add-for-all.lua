-- KEYS sorted set; ARGV event, entries kept, lifetime in milliseconds
-- The score is the time here in microseconds, and ascends even if the clock does not; it also precedes the event.
local now = redis.call('TIME')
local score = now[1] * 1000000 + now[2]
local last = redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')
if last[2] and tonumber(last[2]) >= score then
    score = tonumber(last[2]) + 1
end
local text = string.format('%.0f', score)
redis.call('ZADD', KEYS[1], text, text .. ' ' .. ARGV[1])
redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -ARGV[2] - 1)
redis.call('PEXPIRE', KEYS[1], ARGV[3])
