-- KEYS failures; ARGV free failures, and in milliseconds: first wait, longest wait, how long failures are remembered
-- Returns the milliseconds that the attempt must wait; 0 if it was counted.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local value = redis.call('GET', KEYS[1])
local count = 0
if value then
  local last
  count, last = value:match('^(%d+) (%d+)$')
  count = tonumber(count)
  if count >= tonumber(ARGV[1]) then
    local wait = last + math.min(tonumber(ARGV[3]), ARGV[2] * 2 ^ math.min(count - ARGV[1], 30)) - now
    if wait > 0 then
      return string.format('%.0f', wait)
    end
  end
end
redis.call('SET', KEYS[1], string.format('%.0f %.0f', count + 1, now), 'PX', ARGV[4])
return '0'
